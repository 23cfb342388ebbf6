import { isRateLimited } from '../../api/api-error.ts';
import { retryDelay } from '../../api/retry-policy.ts';

/**
 * How long to wait before the next try, ms: as long as the server asks, else ever longer, and never as long as
 * other devices, which lost the server in the same instant.
 * @param failures tries that have failed before this one.
 */
export function pauseAfter(failures: number, error: unknown): number {
  const pause = retryDelay(failures, error);
  return isRateLimited(error) ? pause : pause * (1 + Math.random());
}
