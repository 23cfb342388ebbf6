/** Calendar units that the ratelimit service counts in, with their length in seconds. */
const units = { second: 1, minute: 60, hour: 3600, day: 86_400 } as const;
export type Unit = keyof typeof units;

/** How a window is counted by a service that only knows calendar units. */
export interface CountedWindow {
  /** Unit of the ratelimit service that the window divides. */
  readonly unit: Unit;
  /**
   * CEL expressions that together name the window among those near it; none when the window is the unit
   * itself. Each becomes one more descriptor entry, so that every window has a counter of its own.
   */
  readonly slots: readonly string[];
}

/** Values that one expression tells apart: the more, the longer it is. */
const base = 60;

/**
 * Finds out how to count windows of a given length exactly.
 *
 * Envoy names the window by the time at which the request came in, as the last digits (to the base of
 * 60) of the number of windows since 1970. The service adds the unit by the time at which it counts.
 * Between the two the unit may have ended: such a request then has a counter to itself. The names come
 * again only after more than two units, so it does not count in a later window either.
 *
 * @throws Error when the length divides neither an hour nor a day.
 */
export function countWindow(windowSeconds: number): CountedWindow {
  const isLength = Number.isInteger(windowSeconds) && windowSeconds > 0;
  for (const [unit, length] of Object.entries(units) as [Unit, number][]) {
    if (windowSeconds === length) return { unit, slots: [] };
    if (!isLength || length % windowSeconds !== 0) continue;
    const number = `int(request.time) / ${windowSeconds}`;
    const slots = [digit(`${number} % ${base}`)];
    for (let told = base; told < (2 * length) / windowSeconds; told *= base) {
      slots.push(digit(`${number} / ${told} % ${base}`));
    }
    return { unit, slots };
  }
  throw new Error(
    `A window of ${windowSeconds} s cannot be counted: its length must divide an hour or a day, in whole seconds.`,
  );
}

/** Envoy's CEL cannot turn numbers into text, so every digit is a literal, found by halving. */
function digit(number: string, first = 0, last = base - 1): string {
  if (first === last) return `"${first}"`;
  const middle = Math.ceil((first + last) / 2);
  return `(${number} < ${middle} ? ${digit(number, first, middle - 1)} : ${digit(number, middle, last)})`;
}
