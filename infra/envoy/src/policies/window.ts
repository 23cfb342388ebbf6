/** Calendar units that the ratelimit service counts in, with their length in seconds. */
const units = { second: 1, minute: 60, hour: 3600, day: 86_400 } as const;
export type Unit = keyof typeof units;

/** How a window is counted by a service that only knows calendar units. */
export interface CountedWindow {
  /** Unit of the ratelimit service that the window divides. */
  readonly unit: Unit;
  /** Length of the unit, seconds. */
  readonly unitSeconds: number;
  /**
   * CEL expressions that number the windows since 1970; none when the window is the unit itself. Each makes
   * a descriptor of its own, or none where it gives an error.
   */
  readonly numbers: readonly string[];
}

/**
 * Finds out how to count windows of a given length exactly.
 *
 * Envoy numbers the window by the time at which the request came in. The service adds the unit by the
 * time at which it counts. Between the two the unit may have ended, and clocks may differ: in the first
 * and the last second of a unit, the request is therefore counted for the window on the other side as
 * well. Only one of the two counters has a window and a unit that belong together. The other is used by no
 * other requests than these, so it never refuses what the true one would admit.
 *
 * @throws Error when the length divides neither an hour nor a day.
 */
export function countWindow(windowSeconds: number): CountedWindow {
  const isLength = Number.isInteger(windowSeconds) && windowSeconds > 0;
  for (const [unit, unitSeconds] of Object.entries(units) as [Unit, number][]) {
    if (windowSeconds === unitSeconds) return { unit, unitSeconds, numbers: [] };
    if (!isLength || unitSeconds % windowSeconds !== 0) continue;
    return { unit, unitSeconds, numbers: numbers(windowSeconds, unitSeconds) };
  }
  throw new Error(
    `A window of ${windowSeconds} s cannot be counted: its length must divide an hour or a day, in whole seconds.`,
  );
}

/** CEL expression that numbers the windows since 1970 by the time at which the request came in. */
export function windowNumber(windowSeconds: number): string {
  return `int(request.time) / ${windowSeconds}`;
}

/**
 * CEL expression for the seconds until all windows have ended that the request came in, one of each length; 0 for
 * none.
 */
export function secondsUntilAllEnd(lengths: readonly number[]): string {
  const different = [...new Set(lengths)];
  // A window that divides another ends with it or before.
  const outermost = different.filter(
    (length) => !different.some((other) => other > length && other % length === 0),
  );
  return greatest(outermost.map((length) => `${length} - int(request.time) % ${length}`));
}

function greatest([first = '0', ...others]: readonly string[]): string {
  if (others.length === 0) return first;
  const isIt = others.map((other) => `${first} >= ${other}`).join(' && ');
  return `${isIt} ? ${first} : ${greatest(others)}`;
}

function numbers(windowSeconds: number, unitSeconds: number): string[] {
  const number = windowNumber(windowSeconds);
  const second = `int(request.time) % ${unitSeconds}`;
  const before = `${second} == 0 ? ${number} - 1 : ${error}`;
  return [number, `${second} == ${unitSeconds - 1} ? ${number} + 1 : (${before})`];
}

const error = '1 / 0';
