import { configText, type Directive } from './directives.ts';
import { listenDirectives } from './listen.ts';
import { type RedisPlacement, type ServerOptions, usualMaxMemory } from './options.ts';

/**
 * `redis.conf` for one server that holds counters and cached answers. Secrets are given on the command
 * line or in a file that includes this one, never here.
 */
export function redisConfig(placement: RedisPlacement, options: ServerOptions = {}): string {
  return configText(serverDirectives(placement, options));
}

/** What every server has, whatever its part among others. */
export function serverDirectives(
  placement: RedisPlacement,
  { tls, aclFile, maxMemory = `${usualMaxMemory / 1024 ** 2}mb` }: ServerOptions,
): Directive[] {
  return [
    ...listenDirectives(placement, tls),
    ['dir', placement.dataDir, 'Counts survive a restart: at most the last second is lost.'],
    ['appendonly', 'yes'],
    ['appendfsync', 'everysec'],
    ['save', '""'],
    ['maxmemory', maxMemory, 'When full, what was not used for longest goes first.'],
    ['maxmemory-policy', 'allkeys-lru'],
    ['timeout', '0', 'Idle connections stay open; dead ones are found by keep-alive.'],
    ['tcp-keepalive', '60'],
    ...(aclFile ? [['aclfile', aclFile] as const] : []),
  ];
}
