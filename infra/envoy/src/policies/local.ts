import type { JsonObject } from '../json.ts';
import { policyActions } from './actions.ts';
import { clientKey } from './clients.ts';
import { descriptorKeys } from './descriptors.ts';
import type { Policy } from './policy.ts';

const maxTokens = 0xffff_ffff;

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
    actions: policyActions(policy, { windows: false }),
    buckets: limitsByTier(policy).map(([tier, limit]) => bucket(policy, tier, limit)),
    retryAfter: Math.ceil((cost * windowSeconds) / (2 * requests)),
  };
}

/** Tiers without a limit have no bucket, nor have clients with a tier that the policy does not name. */
function limitsByTier({ tiers, requests }: Policy): [string | undefined, number][] {
  if (!tiers) return [[undefined, requests]];
  const named = Object.entries(tiers.requests).flatMap(([tier, limit]): [string, number][] =>
    limit === 'unlimited' ? [] : [[tier, limit]],
  );
  return [...named, [descriptorKeys.noTier, requests]];
}

function bucket(policy: Policy, tier: string | undefined, requests: number): JsonObject {
  const { name, allow, client, windowSeconds } = policy;
  const key = clientKey(client);
  const tokens = Math.min(2 * requests, maxTokens);
  return {
    entries: [
      { key: descriptorKeys.policy, value: name },
      ...(allow ? [{ key: descriptorKeys.allowed, value: 'no' }] : []),
      ...(tier === undefined ? [] : [{ key: descriptorKeys.tier, value: tier }]),
      // Without a value: a bucket for each.
      ...(key === undefined ? [] : [{ key }]),
    ],
    token_bucket: {
      max_tokens: tokens,
      tokens_per_fill: tokens,
      fill_interval: `${windowSeconds}s`,
    },
  };
}
