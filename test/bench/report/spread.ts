import { median } from './median.ts';

/** Median, least and most, as tables show them. */
export function spread(values: readonly number[], digits = 0): string {
  const all = [median(values), Math.min(...values), Math.max(...values)];
  const [middle, least, most] = all.map((value) => value.toFixed(digits));
  return `${middle} (${least} to ${most})`;
}

/** How much more each round took than the same round of another way. */
export function differences(one: readonly number[], other: readonly number[]): number[] {
  return one.map((value, round) => value - (other[round] ?? Number.NaN));
}
