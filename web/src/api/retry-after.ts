/** The wait when a 429 does not say how long. */
const defaultWaitMs = 5_000;

/**
 * Reads a Retry-After header, which holds seconds or an HTTP date, as milliseconds from `now`.
 * A missing or unreadable value gives five seconds; a date in the past gives zero.
 */
export function retryAfterMs(header: string | null, now = Date.now()): number {
  const value = header?.trim() ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? defaultWaitMs : Math.max(0, date - now);
}
