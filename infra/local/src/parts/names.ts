/** Names of the shared parts. */
export const sharedNames = {
  redis: 'redis',
  mongodb: 'mongodb',
  ratelimit: 'ratelimit',
  openobserve: 'openobserve',
} as const;

/** Name of a part of the n-th instance, counted from 0; the first one carries no number. */
export function instanceName(part: 'app' | 'envoy' | 'collector', instance: number): string {
  return instance === 0 ? part : `${part}-${instance + 1}`;
}
