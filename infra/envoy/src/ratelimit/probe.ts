import type { JsonObject } from '../json.ts';

const key = 'probe';

/** A limit that nobody reaches: what is asked for it takes the same way, to Redis and back, as any request. */
export const probeLimit: JsonObject = {
  key,
  rate_limit: { name: key, unit: 'minute', requests_per_unit: 0xffff_ffff },
};

/** Asks for that limit over HTTP, where the service takes the request of its gRPC call as JSON. */
export const probeRequest = {
  path: '/json',
  body: (domain: string) => JSON.stringify({ domain, descriptors: [{ entries: [{ key }] }] }),
} as const;
