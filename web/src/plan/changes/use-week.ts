import { useMutationState, useQuery } from '@tanstack/react-query';
import { weekQuery } from '../requests.ts';
import { type FirstDay, periodOf, type Week, weekOf } from '../week/week.ts';
import { type Change, changed } from './change.ts';
import type { Plan } from './plan.ts';
import { changeKey } from './use-change-plan.ts';

/**
 * The plans that touch a week, with all changes that are under way as if they were done: one that is refused is
 * gone from there by itself.
 */
export function useWeek(week: Week, firstDay: FirstDay) {
  const query = useQuery(weekQuery(periodOf(week, firstDay)));
  const pending = useMutationState({
    filters: { mutationKey: changeKey, status: 'pending' },
    select: ({ state }) => ({ change: state.variables as Change, reason: state.failureReason }),
  });
  const plans = pending.reduce<readonly Plan[]>(
    (before, { change }) =>
      changed(before, change, (day) => periodOf(weekOf(day, firstDay), firstDay)).plans,
    query.data ?? [],
  );
  const waitsFor = pending.find(({ reason }) => reason)?.reason ?? null;
  return { query, plans, waitsFor };
}
