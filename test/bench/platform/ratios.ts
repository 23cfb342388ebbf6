import { table } from '@recipe-book/capacity/table';
import { spread } from '../report/spread.ts';
import { components, fat, platform } from './contenders.ts';
import type { Measured, Round } from './measure.ts';

/** Processor time of all programs but the database, whose work is the same for all; microseconds. */
export function together({ cpu }: Round): number {
  return components.reduce(
    (sum, component) => sum + (component === 'database' ? 0 : (cpu[component] ?? 0)),
    0,
  );
}

/** The platform's processor time in parts of that of one process, round by round: of the app, and of all; Markdown. */
export function ratioTable(measured: readonly Measured[]): string {
  const rows = [...Map.groupBy(measured, ({ endpoint }) => endpoint.name)].flatMap(
    ([name, all]) => {
      const [one, other] = [platform, fat].map((wanted) =>
        all.find(({ contender }) => contender === wanted),
      );
      if (!one || !other) return [];
      const of = (value: (round: Round) => number) =>
        parts(one.rounds.map(value), other.rounds.map(value));
      return [
        [
          name,
          of(({ cpu }) => cpu.app ?? 0),
          of(together),
          of(({ saturated }) => saturated.throughput),
        ],
      ];
    },
  );
  return table([
    ['platform / one process', 'CPU of the app', 'CPU together', 'requests/s'],
    ...rows,
  ]);
}

function parts(ones: readonly number[], others: readonly number[]): string {
  return spread(
    ones.map((value, round) => value / (others[round] ?? Number.NaN)),
    2,
  );
}
