import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from '@recipe-book/local';
import { type RedisPlacement, redisConfig, replicaConfig } from '@recipe-book/redis';
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
  const address = '127.0.0.1';
  const server = (
    name: string,
    port: number,
    configOf: (placement: RedisPlacement) => string,
  ): Part => {
    const dataDir = join(folder, name);
    mkdirSync(dataDir, { recursive: true });
    const config = join(dataDir, 'redis.conf');
    writeFileSync(config, configOf({ address, port, dataDir }));
    return {
      name,
      command: program,
      args: [config],
      env: {},
      ports: [{ port, what: 'Redis' }],
      ready: () =>
        redisCommand(port, 'PING').then(
          () => true,
          () => false,
        ),
    };
  };
  const primary = { address, port: ports.primary };
  const follower = (placement: RedisPlacement) => replicaConfig(placement, primary);
  return [
    server(redisNames.primary, ports.primary, redisConfig),
    { ...server(redisNames.standby, ports.standby, follower), after: [redisNames.primary] },
  ];
}
