import type { Peer } from '../constructs/traffic.ts';
import { components } from '../names.ts';
import { kubernetesPlacements } from '../placements.ts';
import { ownsRedis, type Target } from '../target.ts';

/** Redis, as the end of a connection: the one of this namespace, or any host at the port of the external one. */
export function redisPeer(target: Target): Peer {
  const { port } = kubernetesPlacements(target.settings).ratelimit.redis;
  return ownsRedis(target) ? { component: components.redis, port } : { port };
}
