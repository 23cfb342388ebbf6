import type { Peer } from '../constructs/traffic.ts';
import { components, ports } from '../names.ts';
import { kubernetesPlacements } from '../placements.ts';
import type { Target } from '../target.ts';

/** Redis, as ends of connections: the one of this namespace, or any host at the ports of the external one. */
export function redisPeers({ settings, options, runs }: Target): Peer[] {
  if (runs.redis) return options.redis.kind === 'sentinel' ? groupPeers : [server];
  const found = kubernetesPlacements(settings).ratelimit.redis.map(({ port }) => port);
  if (settings.REDIS_MODE === 'sentinel') found.push(options.redis.serverPort);
  return [...new Set(found)].map((port) => ({ port }));
}

const server = { component: components.redis, port: ports.redis };

/** The servers of a group, and their Sentinels. */
export const groupPeers: Peer[] = [
  server,
  { component: components.sentinel, port: ports.sentinel },
];
