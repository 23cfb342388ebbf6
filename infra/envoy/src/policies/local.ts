import { type JsonObject, seconds } from '../json.ts';
import { policyActions } from './actions.ts';
import { clientBuckets, maxTokens } from './client-buckets.ts';
import type { Policy } from './policy.ts';

/**
 * What Envoy holds a policy to by itself, in memory and for each pod, whoever else counts or does not:
 * a bucket for each client with twice its limit, which twice its limit flows into in a window.
 *
 * It sees only what the ratelimit service has admitted, and so never refuses anything while that
 * counts: windows that touch a stretch of time of length L number at most L/W + 2, which makes
 * N (L/W + 2) requests; the bucket gives 2N (L/W + 1) of them. Only who got much through uncounted may be
 * refused a while longer.
 */
export interface LocalBound {
  /** Entries by which Envoy makes descriptors (envoy.config.route.v3.RateLimit). */
  readonly actions: readonly JsonObject[];
  /** Their buckets (envoy.extensions.common.ratelimit.v3.LocalRateLimitDescriptor). */
  readonly buckets: readonly JsonObject[];
  /** Within so many seconds a client that is refused may spend something again. */
  readonly retryAfter: number;
}

/** `undefined` for policies that need none: those in shadow refuse nothing, those that deny do so without it. */
export function localBound(policy: Policy): LocalBound | undefined {
  if (policy.shadow || policy.whenUnavailable === 'deny') return undefined;
  const { requests, cost = 1, windowSeconds } = policy;
  return {
    actions: policyActions(policy, []),
    buckets: clientBuckets(policy, (limit) => tokenBucket(policy, limit)),
    retryAfter: Math.ceil((cost * windowSeconds) / (2 * requests)),
  };
}

function tokenBucket({ windowSeconds }: Policy, requests: number): JsonObject {
  const tokens = Math.min(2 * requests, maxTokens);
  return { max_tokens: tokens, tokens_per_fill: tokens, fill_interval: seconds(windowSeconds) };
}
