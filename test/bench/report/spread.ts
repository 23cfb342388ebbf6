import { quantile } from './quantile.ts';

/** Median, least and most, as tables show them. */
export function spread(values: readonly number[], digits = 0): string {
  const all = [quantile(values, 0.5), Math.min(...values), Math.max(...values)];
  const [median, least, most] = all.map((value) => value.toFixed(digits));
  return `${median} (${least} to ${most})`;
}

/** How much more each round took than the same round of another way. */
export function differences(one: readonly number[], other: readonly number[]): number[] {
  return one.map((value, round) => value - (other[round] ?? Number.NaN));
}
