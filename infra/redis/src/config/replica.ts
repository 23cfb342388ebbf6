import { configText, quoted } from './directives.ts';
import type { RedisPlacement, ServerOptions } from './options.ts';
import { serverDirectives } from './server.ts';

/** A server to follow. */
export interface Primary {
  /** Name or address. */
  readonly address: string;
  readonly port: number;
}

/**
 * `redis.conf` of a server that follows another one until Sentinels make it the first. It evicts nothing
 * of its own accord (`replica-ignore-maxmemory`), so it holds what the first one holds.
 */
export function replicaConfig(
  placement: RedisPlacement,
  primary: Primary,
  options: ServerOptions = {},
): string {
  return configText([
    ...serverDirectives(placement, options),
    ['replicaof', `${primary.address} ${primary.port}`],
  ]);
}

/**
 * What servers tell each other, for a file that includes the config; a secret. Each needs it, since
 * each can become a replica.
 */
export function replicationSecrets(login: { username: string; password: string }): string {
  return configText([
    ['masteruser', login.username],
    ['masterauth', quoted(login.password)],
  ]);
}
