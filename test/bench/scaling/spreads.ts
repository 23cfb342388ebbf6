import type { Spread } from '@recipe-book/capacity';
import { eachOf } from '../each-of.ts';
import { median } from '../report/median.ts';
import { rounded } from '../report/rounded.ts';

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
