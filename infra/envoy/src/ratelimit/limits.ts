import type { JsonObject } from '../json.ts';
import { clientKey } from '../policies/clients.ts';
import { descriptorKeys } from '../policies/descriptors.ts';
import type { Policy } from '../policies/policy.ts';
import { countWindow } from '../policies/window.ts';
import { type Product, recipeBook } from '../product.ts';
import { probeLimit } from './probe.ts';

/**
 * The limits file of the ratelimit service: the same policies, as a tree of descriptors, and that of the probe.
 * @param product by default Recipe Book itself.
 */
export function rateLimitConfig(
  policies: readonly Policy[],
  product: Product = recipeBook,
): JsonObject {
  return { domain: product.name, descriptors: [...policies.map(policyDescriptor), probeLimit] };
}

function policyDescriptor(policy: Policy): JsonObject {
  const limits = policy.tiers
    ? { descriptors: tierDescriptors(policy, policy.tiers.requests) }
    : limit(policy, policy.requests);
  return {
    key: descriptorKeys.policy,
    value: policy.name,
    ...(policy.allow
      ? { descriptors: [{ key: descriptorKeys.allowed, value: 'no', ...limits }] }
      : limits),
  };
}

function tierDescriptors(
  policy: Policy,
  requests: Readonly<Record<string, number | 'unlimited'>>,
): JsonObject[] {
  const key = descriptorKeys.tier;
  return [
    ...Object.entries(requests).map(([value, count]) => ({ key, value, ...limit(policy, count) })),
    { key, ...limit(policy, policy.requests) },
  ];
}

/** A limit below the entries that tell its counters apart. */
function limit(policy: Policy, requests: number | 'unlimited'): JsonObject {
  const { name, shadow, client, windowSeconds } = policy;
  const { unit, numbers } = countWindow(windowSeconds);
  const keys = [clientKey(client), numbers.length > 0 ? descriptorKeys.window : undefined];
  let nested: JsonObject =
    requests === 'unlimited'
      ? { rate_limit: { name, unlimited: true } }
      : // One more in shadow: what is left tells the last request within the limit from the first above it.
        { rate_limit: { name, unit, requests_per_unit: requests + (shadow ? 1 : 0) } };
  for (const key of keys.reverse()) {
    if (key) nested = { descriptors: [{ key, ...nested }] };
  }
  return nested;
}
