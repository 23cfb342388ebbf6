import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectGolden } from '@recipe-book/test/golden';
import { redisConfig } from './config.ts';

test('the Redis configuration is the reviewed one', () => {
  const config = redisConfig({ address: '127.0.0.1', port: 6379, dataDir: '/data' });
  expectGolden(join(import.meta.dirname, '../golden/redis.conf'), config);
});

test('Redis takes the configuration', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'redis-'));
  const path = join(dataDir, 'redis.conf');
  // Port 0 and a socket: nothing to collide with.
  writeFileSync(
    path,
    `${redisConfig({ address: '127.0.0.1', port: 0, dataDir })}unixsocket ${dataDir}/s\n`,
  );
  const redis = spawn('redis-server', [path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  for await (const chunk of redis.stdout) {
    output += chunk;
    if (!redis.killed && output.includes('connections at')) redis.kill();
  }
  const [code] = redis.exitCode === null ? await once(redis, 'exit') : [redis.exitCode];
  rmSync(dataDir, { recursive: true });
  expect(output).toContain('ready to accept connections at');
  expect(code).toBe(0);
});
