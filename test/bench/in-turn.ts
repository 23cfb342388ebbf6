/**
 * The order of a round: each begins with the next one, and every other goes backwards, so that what one leaves over
 * does not always meet the same other.
 */
export function inTurn<T>(all: readonly T[], round: number): T[] {
  const direction = round % 2 === 0 ? 1 : -1;
  return all.flatMap((_, at) => all.slice((round + direction * at) % all.length).slice(0, 1));
}
