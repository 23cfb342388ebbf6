/**
 * Metrics that Envoy sends about rate limiting. Declared here and nowhere else: whoever draws or
 * watches them imports them.
 */
export const rateLimitMetrics = {
  /** Counter: requests that some policy counts, by `policies` and `result`; each in every group that counts it. */
  requests: 'recipe_book.rate_limit.requests',
  /** Counter: requests that Envoy refused by itself, while the service is away. */
  localRefusals: 'recipe_book.rate_limit.local_refusals',
  /** Counter: calls of the ratelimit service that had no answer in time, by `ended_by`; each made its request wait. */
  timeouts: 'recipe_book.rate_limit.timeouts',
  /** Counter: how often a server of the ratelimit service was found not to work by its answers. */
  ejections: 'recipe_book.rate_limit.ejections',
  /** Gauge: servers of the ratelimit service, by `state`. */
  servers: 'recipe_book.rate_limit.servers',
} as const;

/** Values of the attribute `result`. */
export const rateLimitResults = {
  admitted: 'admitted',
  refused: 'refused',
  /** The service did not answer, so the request passed without being counted. */
  uncounted: 'uncounted',
  /** The service did not answer, so the request was refused (503). */
  denied: 'denied',
} as const;

/** Values of the attribute `ended_by`. */
export const endedBy = { envoy: 'envoy', service: 'service' } as const;

/** Values of the attribute `state`. */
export const serverStates = { known: 'known', healthy: 'healthy' } as const;
