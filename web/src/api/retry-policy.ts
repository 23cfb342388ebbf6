import { ApiError, isRateLimited } from './api-error.ts';

const readTries = 2;
const rateLimitTries = 3;
/** A change that must wait for longer is left to who made it. */
const longestWriteWaitMs = 60_000;
/** Keeps clients that were refused together from all coming back in the same instant. */
const jitterMs = 500;

/** Whether a failed read is tried again: after a 429, no answer, or a server's 5xx. */
export function shouldRetryRead(failures: number, error: unknown): boolean {
  if (isRateLimited(error)) return failures < rateLimitTries;
  const passing = error instanceof ApiError && (error.status === 0 || error.status >= 500);
  return passing && failures < readTries;
}

/**
 * Whether a failed write is tried again: only after a 429, which was refused before it counted, and only soon. Nobody
 * expects that what they did an hour ago happens now.
 */
export function shouldRetryWrite(failures: number, error: unknown, now = Date.now()): boolean {
  if (!isRateLimited(error) || failures >= rateLimitTries) return false;
  return (error.retryAt ?? now) - now <= longestWriteWaitMs;
}

/** How long to wait before the next try, in ms: as long as a 429 asks, else 0.5, 1, 2 s ... */
export function retryDelay(
  failures: number,
  error: unknown,
  now = Date.now(),
  random = Math.random,
): number {
  if (error instanceof ApiError && error.retryAt !== undefined) {
    return Math.max(0, error.retryAt - now) + random() * jitterMs;
  }
  return Math.min(500 * 2 ** failures, 8_000);
}
