import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';

/**
 * Environment in which `redis-cli` is found. It comes with every `redis-server`; where that is the one
 * of our tools, it lies beside it in the unpacked package.
 */
export function redisCliEnvironment(): NodeJS.ProcessEnv {
  const server = execFileSync('/bin/sh', ['-c', 'command -v redis-server'], { encoding: 'utf8' });
  const root = dirname(dirname(server.trim()));
  const libraries = globSync(`${root}/{usr/,}lib/*-linux-gnu*`);
  return {
    ...process.env,
    PATH: [process.env['PATH'], `${root}/usr/bin`].join(delimiter),
    LD_LIBRARY_PATH: libraries.join(delimiter),
  };
}
