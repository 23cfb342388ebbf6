import type { JsonObject } from '../json.ts';
import { rateLimitDomain } from '../names.ts';
import { descriptorKeys } from '../policies/actions.ts';
import type { Policy } from '../policies/policy.ts';
import { countWindow } from '../policies/window.ts';
import { probeLimit } from './probe.ts';

/** The limits file of the ratelimit service: the same policies, as a tree of descriptors, and that of the probe. */
export function rateLimitConfig(policies: readonly Policy[]): JsonObject {
  return { domain: rateLimitDomain, descriptors: [...policies.map(policyDescriptor), probeLimit] };
}

function policyDescriptor(policy: Policy): JsonObject {
  const { unit, slotExpression } = countWindow(policy.windowSeconds);
  const keys = [clientKey(policy), slotExpression && descriptorKeys.window];
  let nested: JsonObject = {
    rate_limit: { name: policy.name, unit, requests_per_unit: policy.requests },
  };
  for (const key of keys.reverse()) {
    if (key) nested = { descriptors: [{ key, ...nested }] };
  }
  return { key: descriptorKeys.policy, value: policy.name, ...nested };
}

function clientKey(policy: Policy): string | undefined {
  if (policy.client === 'everyone') return undefined;
  return policy.client === 'user' ? descriptorKeys.user : descriptorKeys.address;
}
