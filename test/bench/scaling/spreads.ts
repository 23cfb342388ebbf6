import type { Spread } from '@recipe-book/capacity';
import { median } from '../report/median.ts';

/** What each name came to, round after round. */
export function spreadsOf<Name extends string>(
  names: readonly Name[],
  rounds: readonly Readonly<Record<Name, number>>[],
): Record<Name, Spread> {
  return eachOf(names, (name) => spreadOf(rounds.map((round) => round[name])));
}

export function spreadOf(values: readonly number[]): Spread {
  return {
    least: rounded(Math.min(...values)),
    median: rounded(median(values)),
    most: rounded(Math.max(...values)),
  };
}

/** A value for each name. */
export function eachOf<Name extends string, Value>(
  names: readonly Name[],
  value: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
}

export function rounded(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}
