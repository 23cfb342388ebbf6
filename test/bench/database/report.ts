import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Amount } from '../../../app/src/seed/synthetic/generate.ts';
import { barsSvg } from '../report/bars.ts';
import { quantile } from '../report/quantile.ts';
import { table } from '../report/table.ts';
import type { Samples } from './accounts.ts';
import type { Measured } from './measure.ts';
import type { Account } from './requests.ts';
import { cellsOf, heads, limit, samples } from './row.ts';

/** The table and, below it, one line for each sample; Markdown. */
export function summary(measured: readonly Measured[]): string {
  const lines = samples.map((sample) => verdict(measured, sample));
  return [table([heads, ...measured.map(cellsOf)]), '', ...lines].join('\n');
}

/** Writes the report with its plot. @returns the path of the report. */
export function writeReport(
  folder: string,
  measured: readonly Measured[],
  drawn: Samples,
  { users, recipes }: Amount,
  rounds: number,
): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'p95.svg'), plot(measured));
  const { byUsers, byRecipes, largest } = drawn;
  const text = [
    '# Time at the database',
    '',
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, ${users} users with ${recipes} recipes. Milliseconds of all commands of a request together.`,
    '',
    `- A, users drawn evenly, each as likely as any other, ${2 * rounds} rounds: ${sizes(byUsers)} recipes.`,
    `- B, users drawn by their recipes, one with twice as many twice as likely, ${rounds} rounds: ${sizes(byRecipes)} recipes.`,
    `- The largest account, ${rounds} rounds: ${sizes(largest)} recipes.`,
    '',
    `A P95 above ${limit} ms is bold; of fewer than 20 values it is the slowest. Keys and documents are those that the largest account made the database look at. A question mark stands for what could not be told, mostly for lack of time.`,
    '',
    summary(measured),
    '',
    '![P95 by request](p95.svg)',
    '',
  ];
  const path = join(folder, 'report.md');
  writeFileSync(path, text.join('\n'));
  return path;
}

/** How many requests are as fast as they shall be, and which is the slowest. */
function verdict(measured: readonly Measured[], { name, title }: (typeof samples)[number]): string {
  const rows = measured
    .map(({ request, times }) => ({ label: request.label, p95: quantile(times[name], 0.95) }))
    .filter(({ p95 }) => !Number.isNaN(p95))
    .toSorted((a, b) => b.p95 - a.p95);
  const within = rows.filter(({ p95 }) => p95 <= limit).length;
  const [slowest] = rows;
  if (!slowest) return `- ${title}: nothing was measured.`;
  return `- ${title}: P95 is within ${limit} ms for ${within} of ${rows.length} requests; the slowest is \`${slowest.label}\` with ${slowest.p95.toFixed(1)} ms.`;
}

function plot(measured: readonly Measured[]): string {
  const p95 = (times: readonly number[]) => quantile(times.length > 0 ? times : [0], 0.95);
  const bars = measured.map(({ request, times }) => ({
    label: request.label,
    values: [p95(times.byUsers), p95(times.byRecipes)],
    mark: p95(times.largest),
  }));
  const title =
    'P95 at the database, ms: users drawn evenly above, by their recipes below; the grey line is the largest account';
  return barsSvg(title, bars, limit);
}

function sizes(accounts: readonly Account[]): string {
  return accounts.map(({ recipes }) => recipes.toLocaleString('en')).join('; ');
}
