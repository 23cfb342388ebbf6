import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { passwordSecrets } from '@recipe-book/redis';
import { redisScripts } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'redis-scripts-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['secret', 'a "b" \\c', '$(id) `id` \\n %s', "it's"])(
  'the password %s stands in a file that nobody else can read',
  (password) => {
    const config = join(folder, 'redis.conf');
    const env = {
      CONFIG: config,
      SHARED_CONFIG: '/etc/redis/redis.conf',
      REDIS_PASSWORD: password,
    };
    execFileSync('/bin/sh', ['-c', redisScripts.writeConfig], { env: { ...process.env, ...env } });
    expect(readFileSync(config, 'utf8')).toBe(
      `include /etc/redis/redis.conf\n${passwordSecrets(password)}`,
    );
    expect(statSync(config).mode & 0o077).toBe(0);
  },
);
