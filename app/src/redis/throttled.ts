/**
 * Lets one call through in each interval.
 * @param action gets the argument and how many calls were left out before it.
 */
export function throttled<T>(
  intervalMs: number,
  action: (argument: T, skipped: number) => void,
): (argument: T) => void {
  let last = Number.NEGATIVE_INFINITY;
  let skipped = 0;
  return (argument) => {
    const now = performance.now();
    if (now - last < intervalMs) {
      skipped += 1;
      return;
    }
    action(argument, skipped);
    last = now;
    skipped = 0;
  };
}
