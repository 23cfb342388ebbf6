import { extension, type JsonObject } from '../json.ts';
import { maxTokens } from '../policies/client-buckets.ts';
import { localBound } from '../policies/local.ts';
import type { Policy } from '../policies/policy.ts';

const filterName = 'local-rate-limit';
const type = 'envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit';

/** Prefix of the filter's statistics. */
export const localRateLimitStats = 'local';

/** For every request. */
const always: JsonObject = { default_value: { numerator: 100, denominator: 'HUNDRED' } };

/** Of a filter that has nothing but a bucket for each client. */
export const clientBucketsAlone: JsonObject = {
  filter_enabled: always,
  // Envoy wants a bucket for requests that have none of their own: this one is never empty.
  token_bucket: {
    max_tokens: maxTokens,
    tokens_per_fill: maxTokens,
    fill_interval: '1s',
  },
  always_consume_default_token_bucket: false,
  // That are remembered for each policy; above that those that have not been used for longest are forgotten.
  max_dynamic_descriptors: 10_000,
};

/**
 * Bounds each client while the ratelimit service is away. Stands behind the filters that ask the
 * service, because what is refused there must not use up anything here.
 */
export function localRateLimitFilter(): JsonObject {
  return extension(filterName, type, { stat_prefix: localRateLimitStats });
}

/** The policies, for the routes. */
export function localRateLimitPerRoute(policies: readonly Policy[]): JsonObject {
  const bounds = policies.flatMap((policy) => localBound(policy) ?? []);
  const wait = Math.max(1, ...bounds.map(({ retryAfter }) => retryAfter));
  return {
    [filterName]: {
      '@type': `type.googleapis.com/${type}`,
      stat_prefix: localRateLimitStats,
      filter_enforced: always,
      ...clientBucketsAlone,
      rate_limits: bounds.flatMap(({ actions }) => actions),
      descriptors: bounds.flatMap(({ buckets }) => buckets),
      // The longest of all policies: the filter does not tell which of them it was.
      response_headers_to_add: [{ header: { key: 'retry-after', value: String(wait) } }],
    },
  };
}
