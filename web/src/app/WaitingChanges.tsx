import { useMutationState } from '@tanstack/react-query';
import { isRateLimited } from '../api/api-error.ts';
import { RateLimitNotice } from '../ui/RateLimitNotice.tsx';

/**
 * Tells of changes that the server asked to wait with, whatever page they were made on: they are sent again by
 * themselves. Where a page has a better place to say it, its mutation has `meta: { showsWait: true }`.
 */
export function WaitingChanges() {
  const reasons = useMutationState({
    filters: { status: 'pending', predicate: ({ meta }) => meta?.['showsWait'] !== true },
    select: ({ state }) => state.failureReason,
  });
  const waiting = reasons.filter(isRateLimited);
  // The one that is sent last.
  const last = waiting.toSorted((a, b) => (b.retryAt ?? 0) - (a.retryAt ?? 0))[0];
  return (
    <div className="waiting-changes">
      <RateLimitNotice reason={last} />
    </div>
  );
}
