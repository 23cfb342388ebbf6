import { quantile } from './quantile.ts';

/** Median, least and most, as tables show them. */
export function spread(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${quantile(values, 0.5).toFixed(0)} (${least.toFixed(0)} to ${most.toFixed(0)})`;
}

/** How much more each round took than the same round of another way. */
export function differences(one: readonly number[], other: readonly number[]): number[] {
  return one.map((value, round) => value - (other[round] ?? Number.NaN));
}
