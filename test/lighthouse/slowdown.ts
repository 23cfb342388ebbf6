/** What Lighthouse's presets take, whatever the machine: a fast desktop becomes a phone of the middle class. */
export const presetSlowdown = 4;

/**
 * How many times slower than this machine such a phone is, by the table of Lighthouse's documentation ("Calibrating the
 * CPU slowdown", throttling.md).
 * @param benchmarkIndex how fast this machine is, as Lighthouse measures it: 1,500 to 2,000 for a fast desktop.
 */
export function slowdownOf(benchmarkIndex: number): number {
  if (benchmarkIndex >= 1500) return presetSlowdown;
  return benchmarkIndex >= 800 ? 2 : 1;
}
