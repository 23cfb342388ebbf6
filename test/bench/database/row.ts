import { quantile } from '../report/quantile.ts';
import type { Measured } from './measure.ts';

/** Milliseconds at the database that 95 of 100 requests shall not exceed. */
export const limit = 50;

/** What the samples are called in a sentence, in the order of the table. */
export const samples = [
  { name: 'byUsers', title: 'A, users drawn evenly' },
  { name: 'byRecipes', title: 'B, users drawn by their recipes' },
  { name: 'largest', title: 'The largest account' },
] as const;

export const heads: readonly string[] = [
  'request',
  'commands',
  'keys',
  'documents',
  'P50 A',
  'P95 A',
  'max A',
  'P50 B',
  'P95 B',
  'max B',
  'P95 largest',
];

/** The cells of one request; a P95 above the limit is bold. */
export function cellsOf({ request, commands, examined, times }: Measured): string[] {
  const { byUsers, byRecipes, largest } = times;
  return [
    request.label,
    String(commands),
    String(examined.keys ?? '?'),
    String(examined.documents ?? '?'),
    shown(quantile(byUsers, 0.5)),
    marked(quantile(byUsers, 0.95)),
    shown(quantile(byUsers, 1)),
    shown(quantile(byRecipes, 0.5)),
    marked(quantile(byRecipes, 0.95)),
    shown(quantile(byRecipes, 1)),
    marked(quantile(largest, 0.95)),
  ];
}

function marked(ms: number): string {
  return ms > limit ? `**${shown(ms)}**` : shown(ms);
}

/** No account of a sample may have what a request names. */
function shown(ms: number): string {
  return Number.isNaN(ms) ? '?' : ms.toFixed(1);
}
