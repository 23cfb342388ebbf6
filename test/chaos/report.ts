import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { table } from '@recipe-book/capacity/table';
import { bounds } from './expectations.ts';
import { cellsOf, heads, type Row } from './row.ts';
import { timelineSvg } from './timeline.ts';

/** The table of all faults; Markdown. */
export function summary(rows: readonly Row[]): string {
  return table([heads, ...rows.map(cellsOf)]);
}

/** Writes the report with its picture. @returns the path of the report. */
export function writeReport(folder: string, rows: readonly Row[]): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'timeline.svg'), timelineSvg(rows.map(({ seen }) => seen)));
  const text = [
    '# Faults under constant traffic',
    '',
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, one instance, some 100 requests a second.`,
    '',
    ...rows.map(({ seen: { fault } }) => `- **${fault.name}**: ${fault.how}.`),
    '',
    'Sent, 2xx, 429 and 5xx are those since the fault began. Recovery is the time from its end to the last request that passed uncounted. Above its limit: what the client that sends far too much got through. Log lines are those of Envoy, ratelimit and app.',
    '',
    `Must hold: no 5xx; P99 at most ${bounds.addedP99} ms higher than before, from a second after the beginning; at most ${bounds.timeouts} requests that waited for the limiter in vain; recovery within ${bounds.recovery / 1000} s; at most ${bounds.lines} lines a second from each part, besides those of a start.`,
    '',
    summary(rows),
    '',
    '![Answers over time](timeline.svg)',
    '',
  ];
  const path = join(folder, 'report.md');
  writeFileSync(path, text.join('\n'));
  return path;
}
