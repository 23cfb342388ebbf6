import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { table } from '@recipe-book/capacity/table';
import type { Amount } from '../../../app/src/seed/synthetic/generate.ts';
import { barsSvg } from '../report/bars.ts';
import { quantile } from '../report/quantile.ts';
import type { Measured } from './measure.ts';
import { cellsOf, everyone, heads, largest, limit, samples } from './row.ts';

/** The table and, below it, one line for each sample; Markdown. */
export function summary(measured: readonly Measured[]): string {
  const lines = samples.map((sample) => verdict(measured, sample));
  return [table([heads, ...measured.map(cellsOf)]), '', ...lines].join('\n');
}

/** Writes the report with its plot. @returns the path of the report. */
export function writeReport(
  folder: string,
  measured: readonly Measured[],
  { users, recipes }: Amount,
): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'p95.svg'), plot(measured));
  const text = [
    '# Time at the database',
    '',
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, ${users} users with ${recipes} recipes. Milliseconds of all commands of a request together.`,
    '',
    `Each user made each request once; the largest account made it again. A P95 above ${limit} ms is bold; of fewer than 20 values it is the slowest. A question mark stands where nobody has what is asked for.`,
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
function verdict(measured: readonly Measured[], { title, of }: (typeof samples)[number]): string {
  const rows = measured
    .map((one) => ({ label: one.request.label, count: of(one).length, p95: p95Of(of(one)) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.p95 - a.p95);
  const within = rows.filter(({ p95 }) => p95 <= limit).length;
  const [slowest] = rows;
  if (!slowest) return `- ${title}: nothing was measured.`;
  const most = Math.max(...rows.map(({ count }) => count));
  return `- ${title}, ${most} answers a request: P95 is within ${limit} ms for ${within} of ${rows.length} requests; the slowest is \`${slowest.label}\` with ${slowest.p95.toFixed(1)} ms.`;
}

function plot(measured: readonly Measured[]): string {
  const bars = measured.map((one) => ({
    label: one.request.label,
    value: p95Of(everyone.of(one)),
    mark: p95Of(largest.of(one)),
  }));
  const title = 'P95 at the database of all users, ms; the grey line is the largest account';
  return barsSvg(title, bars, limit);
}

/** 0 when there are none. */
function p95Of(times: readonly number[]): number {
  return times.length > 0 ? quantile(times, 0.95) : 0;
}
