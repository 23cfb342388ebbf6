import type { Mutation, MutationFilters } from '@tanstack/react-query';
import { type FirstDay, periodOf, weekOf } from '../week/week.ts';
import { type Change, changed } from './change.ts';
import type { Plan } from './plan.ts';
import { leftOf } from './progress.ts';

/** Names the mutations that change plans in the cache; their variables are changes. */
export const changeKey = ['plans', 'change'] as const;

/** Finds changes that are not saved yet. */
export const pendingChanges = {
  mutationKey: changeKey,
  status: 'pending',
} satisfies MutationFilters;

/** The change that a mutation makes. */
export function changeIn({ state }: Pick<Mutation, 'state'>): Change {
  return state.variables as Change;
}

/** Plans as they will be when changes are saved. */
export function withPending(
  plans: readonly Plan[],
  changes: readonly Change[],
  firstDay: FirstDay,
): readonly Plan[] {
  return changes.reduce(
    (before, change) =>
      changed(before, leftOf(change), (day) => periodOf(weekOf(day, firstDay), firstDay)).plans,
    plans,
  );
}
