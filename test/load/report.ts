import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { table } from '@recipe-book/capacity/table';
import { spread } from '../bench/report/spread.ts';
import type { Choice } from './choice.ts';
import { type Figures, figuresBy, figuresOf, figuresOverTime } from './figures.ts';
import type { Request } from './requests.ts';
import type { Spent } from './spending.ts';
import type { Storm } from './storm.ts';
import type { Target } from './targets.ts';
import { timelineSvg } from './timeline.ts';

/** What came of a run. */
export interface Outcome extends Choice {
  readonly requests: readonly Request[];
  readonly spent: readonly Spent[];
  readonly targets: readonly Target[];
  readonly storm?: Storm;
}

const heads = ['requests', 'failed', 'P50 ms', 'P95 ms', 'P99 ms', 'max ms'] as const;
/** Points of a line in the plot, about. */
const points = 120;

/** The tables; Markdown. */
export function summary({ requests, spent, targets, storm }: Outcome): string {
  const all = figuresOf(requests);
  const listed = targets
    .map(({ metric, bound, met }) => `- ${met ? 'met' : '**missed**'}: ${metric} ${bound}`)
    .join('\n');
  if (requests.length === 0) return `Nothing was sent.\n\n${listed}`;
  return [
    table([
      ['what people do', ...heads],
      ...figuresBy(requests, ({ flow }) => flow).map(row),
      row(['all', all]),
      row(['of these to the API', figuresOf(requests.filter(({ api }) => api))]),
    ]),
    table([['request', ...heads], ...figuresBy(requests, ({ name }) => name).map(row)]),
    table([
      ['part', 'CPU s', 'CPU µs a request', 'MiB before', 'MiB after a quarter', 'MiB after'],
      ...spent.map((one) => spentCells(one, all.requests)),
    ]),
    ...(storm ? [stormText(storm)] : []),
    listed,
  ].join('\n\n');
}

/** Writes the report with its plot. @returns the path of the report. */
export function writeReport(folder: string, outcome: Outcome): string {
  mkdirSync(folder, { recursive: true });
  const { scenario } = outcome;
  const timeline = outcome.requests.length === 0 ? '' : writeTimeline(folder, outcome);
  const path = join(folder, 'report.md');
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(
    path,
    `# Load: ${scenario}

${day}, ${cpus().length} cores, k6 among the programs on them.

${summary(outcome)}
${timeline}`,
  );
  return path;
}

/** @returns what shows it in the report. */
function writeTimeline(folder: string, { scenario, requests, storm }: Outcome): string {
  const seconds = Math.max(1, Math.ceil(lengthOf(requests) / points));
  const slots = figuresOverTime(requests, seconds);
  const title = `${scenario}: how long answers took, by slots of ${seconds} s`;
  writeFileSync(join(folder, 'timeline.svg'), timelineSvg(title, slots, seconds, storm?.spans));
  return '\n![Answers over time](timeline.svg)\n';
}

function row([name, { requests, failed, p50, p95, p99, max }]: [string, Figures]): string[] {
  return [
    name,
    String(requests),
    String(failed),
    ...[p50, p95, p99, max].map((ms) => ms.toFixed(1)),
  ];
}

function spentCells({ part, cpu, memory }: Spent, requests: number): string[] {
  const read = [memory[0], memory[Math.floor(memory.length / 4)], memory.at(-1)];
  const mebibytes = read.map((one) => one?.toFixed(0) ?? '');
  return [part, (cpu / 1e6).toFixed(1), (cpu / requests).toFixed(0), ...mebibytes];
}

function stormText({ calm, stormy, p95, answers, reached }: Storm): string {
  const counts = Object.entries(answers).map(([status, count]) => `${count} × ${status}`);
  const [before, during] = p95.map((ms) => ms.toFixed(1));
  return [
    `P95 of the others: ${before} ms in calms, ${during} ms in storms; by calm and storm, median (least to most): ${spread(calm)} and ${spread(stormy)} ms.`,
    `The abuser was answered ${counts.join(', ')}; ${reached} requests reached the app.`,
  ].join('\n');
}

/** Seconds from the first answer to the last. */
function lengthOf(requests: readonly Request[]): number {
  const times = requests.map(({ at }) => at);
  const [first, last] = [
    times.reduce((a, b) => Math.min(a, b)),
    times.reduce((a, b) => Math.max(a, b)),
  ];
  return (last - first) / 1000;
}
