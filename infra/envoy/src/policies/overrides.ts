import { type RateLimitOverride, SettingsError } from '@recipe-book/settings';
import type { Policy } from './policy.ts';

/**
 * The policies as an operator wants them: other numbers, in shadow, or without some.
 * @throws SettingsError when an override names a policy that there is not.
 */
export function overridden(
  policies: readonly Policy[],
  overrides: readonly RateLimitOverride[],
): Policy[] {
  const known = policies.map(({ name }) => name);
  const unknown = overrides.find(({ policy }) => !known.includes(policy));
  if (unknown) {
    throw new SettingsError([
      `RATE_LIMIT_OVERRIDES names the policy "${unknown.policy}"; there are ${known.join(', ')}.`,
    ]);
  }
  return policies.flatMap((policy) =>
    overrides
      .filter((one) => one.policy === policy.name)
      .reduce<Policy[]>(
        (kept, { change }) => kept.flatMap((one) => changed(one, change)),
        [policy],
      ),
  );
}

function changed(policy: Policy, change: RateLimitOverride['change']): Policy[] {
  switch (change) {
    case 'off':
      return [];
    case 'shadow': {
      const { whenUnavailable: _, ...rest } = policy;
      return [{ ...rest, shadow: true }];
    }
    case 'enforce':
      return [{ ...policy, shadow: false }];
    default:
      return [{ ...policy, ...change }];
  }
}
