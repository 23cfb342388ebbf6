import { table } from '@recipe-book/capacity/table';
import { spread } from '../report/spread.ts';
import { components, fat, platform } from './contenders.ts';
import type { Measured, Round } from './measure.ts';

/** The platform in parts of one process at an endpoint; one of each a round. */
export interface Ratios {
  readonly endpoint: string;
  /** Of the app's processor time. */
  readonly app: readonly number[];
  /** Of all programs' processor time. */
  readonly together: readonly number[];
  /** Of the requests answered in a second at saturation. */
  readonly throughput: readonly number[];
}

/** Processor time of all programs but the database, whose work is the same for all; microseconds. */
export function together({ cpu }: Round): number {
  return components.reduce(
    (sum, component) => sum + (component === 'database' ? 0 : (cpu[component] ?? 0)),
    0,
  );
}

/** At each endpoint where both were measured, round by round. */
export function ratiosOf(measured: readonly Measured[]): Ratios[] {
  return [...Map.groupBy(measured, ({ endpoint }) => endpoint.name)].flatMap(([endpoint, all]) => {
    const [one, other] = [platform, fat].map((wanted) =>
      all.find(({ contender }) => contender === wanted),
    );
    if (!one || !other) return [];
    const of = (value: (round: Round) => number) =>
      one.rounds.map((round, at) => {
        const beside = other.rounds[at];
        return beside ? value(round) / value(beside) : Number.NaN;
      });
    return [
      {
        endpoint,
        app: of(({ cpu }) => cpu.app ?? 0),
        together: of(together),
        throughput: of(({ saturated }) => saturated.throughput),
      },
    ];
  });
}

/** Markdown. */
export function ratioTable(measured: readonly Measured[]): string {
  return table([
    ['platform / one process', 'CPU of the app', 'CPU together', 'requests/s'],
    ...ratiosOf(measured).map(({ endpoint, app, together, throughput }) => [
      endpoint,
      ...[app, together, throughput].map((ratios) => spread(ratios, 2)),
    ]),
  ]);
}
