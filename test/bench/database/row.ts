import { quantile } from '../report/quantile.ts';
import type { Measured } from './measure.ts';

/** Milliseconds at the database that 95 of 100 requests shall not exceed. */
export const limit = 50;

/** Accounts whose answers are looked at together, in the order of the table. */
interface Sample {
  /** In a sentence. */
  readonly title: string;
  /** In the table. */
  readonly head: string;
  readonly of: (measured: Measured) => readonly number[];
}

export const everyone: Sample = {
  title: 'All users',
  head: 'all',
  of: ({ everyone: all }) => all.map(({ ms }) => ms),
};

export const largest: Sample = {
  title: 'The largest account',
  head: 'largest',
  of: (measured) => measured.largest.map(({ ms }) => ms),
};

/** All users again, by how many recipes they have: how time grows with them. */
const bySize: readonly Sample[] = [
  sized('0-100', 0, 100),
  sized('101-1,000', 101, 1000),
  sized('1,001-10,000', 1001, 10_000),
];

export const samples: readonly Sample[] = [everyone, ...bySize, largest];

export const heads: readonly string[] = [
  'request',
  'commands',
  'P50 all',
  ...samples.map(({ head }) => `P95 ${head}`),
  'max all',
];

/** The cells of one request; a P95 above the limit is bold. */
export function cellsOf(measured: Measured): string[] {
  const { request, commands } = measured;
  return [
    request.label,
    String(commands),
    shown(quantile(everyone.of(measured), 0.5)),
    ...samples.map(({ of }) => marked(quantile(of(measured), 0.95))),
    shown(quantile(everyone.of(measured), 1)),
  ];
}

function sized(head: string, least: number, most: number): Sample {
  const fits = (recipes: number) => recipes >= least && recipes <= most;
  return {
    title: `Users with ${head} recipes`,
    head,
    of: ({ everyone: all }) => all.flatMap(({ recipes, ms }) => (fits(recipes) ? [ms] : [])),
  };
}

function marked(ms: number): string {
  return ms > limit ? `**${shown(ms)}**` : shown(ms);
}

/** No account of a sample may have what a request names. */
function shown(ms: number): string {
  return Number.isNaN(ms) ? '?' : ms.toFixed(1);
}
