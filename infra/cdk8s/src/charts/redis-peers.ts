import type { Peer } from '../constructs/traffic.ts';
import { components } from '../names.ts';
import { kubernetesPlacements } from '../placements.ts';
import type { Target } from '../target.ts';

/** Redis, as ends of connections: the one of this namespace, or any host at the ports of the external one. */
export function redisPeers({ settings, options, runs }: Target): Peer[] {
  const ports = kubernetesPlacements(settings).ratelimit.redis.map(({ port }) => port);
  if (settings.REDIS_MODE === 'sentinel') ports.push(options.redis.serverPort);
  const peers = [...new Set(ports)].map((port) => ({ port }));
  return runs.redis ? peers.map((peer) => ({ ...peer, component: components.redis })) : peers;
}
