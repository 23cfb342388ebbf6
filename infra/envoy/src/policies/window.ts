/** Calendar units that the ratelimit service counts in, with their length in seconds. */
const units = { second: 1, minute: 60, hour: 3600, day: 86_400 } as const;
export type Unit = keyof typeof units;

/** How a window is counted by a service that only knows calendar units. */
export interface CountedWindow {
  /** Unit of the ratelimit service that the window divides. */
  readonly unit: Unit;
  /**
   * CEL expression that names the window within its unit; absent when the window is the unit itself.
   * It becomes one more descriptor entry, so that each window has a counter of its own.
   */
  readonly slotExpression?: string;
}

/** Where the time within each unit is read from, at the coarsest step that tells the slots apart. */
const clocks: Record<Exclude<Unit, 'second'>, { step: number; position: string }[]> = {
  minute: [{ step: 1, position: 'request.time.getSeconds()' }],
  hour: [
    { step: 60, position: 'request.time.getMinutes()' },
    { step: 1, position: 'request.time.getMinutes() * 60 + request.time.getSeconds()' },
  ],
  day: [{ step: 3600, position: 'request.time.getHours()' }],
};

/** Tells one unit from the next, so that a counter written late is never read again. */
const parity: Record<Exclude<Unit, 'second'>, string> = {
  minute: 'request.time.getMinutes() % 2 == 0',
  hour: 'request.time.getHours() % 2 == 0',
  day: 'request.time.getDayOfYear() % 2 == 0',
};

/**
 * Finds out how to count windows of a given length exactly.
 *
 * Envoy names the window by the time at which the request came in; the service adds the unit by the
 * time at which it counts. Between the two the unit may have ended: such a request then has a counter
 * to itself. The parity in the name keeps it from counting in a later window of the same slot.
 *
 * @throws Error when the length divides neither a minute, an hour nor a day in whole steps.
 */
export function countWindow(windowSeconds: number): CountedWindow {
  for (const [unit, length] of Object.entries(units) as [Unit, number][]) {
    if (windowSeconds === length) return { unit };
    if (unit === 'second' || length % windowSeconds !== 0) continue;
    const clock = clocks[unit].find(({ step }) => windowSeconds % step === 0);
    if (!clock) continue;
    const slots = length / windowSeconds;
    const width = windowSeconds / clock.step;
    const chain = (prefix: string) => slotChain(clock.position, prefix, width, 0, slots - 1);
    return { unit, slotExpression: `${parity[unit]} ? ${chain('a')} : ${chain('b')}` };
  }
  throw new Error(
    `A window of ${windowSeconds} s cannot be counted: it must divide a minute, an hour or a day, and be whole hours when longer than an hour.`,
  );
}

/** Envoy's CEL cannot turn numbers into text, so every slot is a literal, found by halving. */
function slotChain(
  position: string,
  prefix: string,
  width: number,
  first: number,
  last: number,
): string {
  if (first === last) return `"${prefix}${first}"`;
  const middle = Math.ceil((first + last) / 2);
  const left = slotChain(position, prefix, width, first, middle - 1);
  const right = slotChain(position, prefix, width, middle, last);
  return `(${position} < ${middle * width} ? ${left} : ${right})`;
}
