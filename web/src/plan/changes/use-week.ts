import { useMutationState, useQuery } from '@tanstack/react-query';
import { weekQuery } from '../requests.ts';
import { type FirstDay, periodOf, type Week } from '../week/week.ts';
import { changeIn, pendingChanges, withPending } from './pending.ts';

/**
 * The plans that touch a week, with all changes that are under way as if they were done: one that is refused is
 * gone from there by itself.
 */
export function useWeek(week: Week, firstDay: FirstDay) {
  const query = useQuery(weekQuery(periodOf(week, firstDay)));
  const pending = useMutationState({
    filters: pendingChanges,
    select: (mutation) => ({ change: changeIn(mutation), reason: mutation.state.failureReason }),
  });
  const changes = pending.map(({ change }) => change);
  return {
    query,
    plans: withPending(query.data ?? [], changes, firstDay),
    waitsFor: pending.find(({ reason }) => reason)?.reason ?? null,
  };
}
