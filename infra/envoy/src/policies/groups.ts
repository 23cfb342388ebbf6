import type { Policy } from './policy.ts';

/**
 * Policies that Envoy asks about in one call: those that deny what nobody can count, all others, and
 * those that refuse nothing. In this order; what is refused by one group is not counted by the next, so
 * policies in shadow tell what they would refuse beyond what is refused already.
 */
export const groups = ['strict', 'lenient', 'shadow'] as const;
export type Group = (typeof groups)[number];

export function groupOf({ shadow, whenUnavailable }: Policy): Group {
  if (shadow) return 'shadow';
  return whenUnavailable === 'deny' ? 'strict' : 'lenient';
}

/** The policies in the order in which they are asked. */
export function inOrder(policies: readonly Policy[]): Policy[] {
  return groups.flatMap((group) => policies.filter((policy) => groupOf(policy) === group));
}
