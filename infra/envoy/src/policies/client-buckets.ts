import type { JsonObject } from '../json.ts';
import { clientKey } from './clients.ts';
import { descriptorKeys } from './descriptors.ts';
import type { Policy } from './policy.ts';

/**
 * Buckets of tokens in Envoy's memory, one for each client of a policy
 * (envoy.extensions.common.ratelimit.v3.LocalRateLimitDescriptor). Tiers without a limit have none, nor have
 * clients with a tier that the policy does not name.
 * @param tokens the bucket (envoy.type.v3.TokenBucket) for a limit.
 * @param options whether there is one for each window as well.
 */
export function clientBuckets(
  policy: Policy,
  tokens: (requests: number) => JsonObject,
  options = { windows: false },
): JsonObject[] {
  const { name, allow, client } = policy;
  const keys = [clientKey(client), options.windows ? descriptorKeys.window : undefined];
  return limitsByTier(policy).map(([tier, requests]) => ({
    entries: [
      { key: descriptorKeys.policy, value: name },
      ...(allow ? [{ key: descriptorKeys.allowed, value: 'no' }] : []),
      ...(tier === undefined ? [] : [{ key: descriptorKeys.tier, value: tier }]),
      // Without a value: a bucket for each.
      ...keys.flatMap((key) => (key === undefined ? [] : [{ key }])),
    ],
    token_bucket: tokens(requests),
  }));
}

/** Limits that there are, each with the tier that it is for. */
function limitsByTier({ tiers, requests }: Policy): [string | undefined, number][] {
  if (!tiers) return [[undefined, requests]];
  const named = Object.entries(tiers.requests).flatMap(([tier, limit]): [string, number][] =>
    limit === 'unlimited' ? [] : [[tier, limit]],
  );
  return [...named, [descriptorKeys.noTier, requests]];
}

/** The largest bucket that Envoy takes. */
export const maxTokens = 0xffff_ffff;
