import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from '@recipe-book/local';
import { redisConfig } from '@recipe-book/redis';
import { redisCommand } from './redis-command.ts';

/** Names of the two servers as parts of the stack. */
export const redisNames = { primary: 'redis', standby: 'redis-standby' } as const;

/**
 * A Redis and one that follows it, with the product's own configuration.
 * @param program path of redis-server.
 * @param folder for their files.
 */
export function redisServers(
  program: string,
  folder: string,
  ports: { readonly primary: number; readonly standby: number },
): Part[] {
  const server = (name: string, port: number, args: readonly string[]): Part => {
    const dataDir = join(folder, name);
    mkdirSync(dataDir, { recursive: true });
    const config = join(dataDir, 'redis.conf');
    writeFileSync(config, redisConfig({ address: '127.0.0.1', port, dataDir }));
    return {
      name,
      command: program,
      args: [config, ...args],
      env: {},
      ports: [{ port, what: 'Redis' }],
      ready: () =>
        redisCommand(port, 'PING').then(
          () => true,
          () => false,
        ),
    };
  };
  return [
    server(redisNames.primary, ports.primary, []),
    {
      ...server(redisNames.standby, ports.standby, ['--replicaof', `127.0.0.1 ${ports.primary}`]),
      after: [redisNames.primary],
    },
  ];
}
