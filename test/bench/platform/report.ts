import { measuredHere, writeMarkdown } from '@recipe-book/capacity/markdown';
import { table } from '@recipe-book/capacity/table';
import { median } from '../report/median.ts';
import { spread } from '../report/spread.ts';
import { stackedBarsSvg } from '../report/stacked-bars.ts';
import { type Component, components } from './contenders.ts';
import type { Effort, Measured, Round } from './measure.ts';
import { ratiosOf, ratioTable, together } from './ratios.ts';
import { targetTable } from './targets.ts';

/** The tables and the ratios; Markdown. */
export function summary(measured: readonly Measured[]): string {
  return [
    '## The platform against one process',
    '',
    ratioTable(measured),
    '',
    ...targets(measured),
    '## Processor time, µs for each request',
    '',
    cpuTable(measured),
    '',
    '## Speed, and how late the event loop of the app was',
    '',
    speedTable(measured),
    '',
    '## Memory, MiB',
    '',
    memoryTable(measured),
  ].join('\n');
}

function targets(measured: readonly Measured[]): string[] {
  const text = targetTable(ratiosOf(measured));
  return text ? [text, ''] : [];
}

/** Writes the report with its plots. @returns the path of the report. */
export function writeReport(
  folder: string,
  measured: readonly Measured[],
  { rounds, seconds }: Effort,
  kept: number,
): string {
  return writeMarkdown(folder, {
    title: 'The platform, and the same in one process',
    about: measuredHere(
      `${rounds} rounds, ${seconds} s at saturation and ${seconds} s at half of it, ${kept * 100} % of the traces kept`,
    ),
    body: summary(measured),
    plots: { cpu: cpuPlot(measured) },
  });
}

/** Of each request by program, without the database. Signing in takes so long that nothing else could be seen beside it. */
function cpuPlot(measured: readonly Measured[]): string {
  const names = components.filter((component) => component !== 'database');
  const bars = measured
    .filter(({ endpoint }) => endpoint.name !== 'login')
    .map(({ contender, endpoint, rounds }) => ({
      label: `${endpoint.name}, ${contender.name}`,
      values: names.map((component) => median(timesOf(rounds, component))),
    }));
  return stackedBarsSvg('Processor time of each request, µs', names, bars);
}

function cpuTable(measured: readonly Measured[]): string {
  const rows = measured.map(({ endpoint, contender, rounds }) => [
    `${endpoint.name}, ${contender.name}`,
    ...components.map((component) =>
      component in contender.parts ? spread(timesOf(rounds, component)) : '',
    ),
    spread(rounds.map(together)),
  ]);
  return table([['', ...components, 'without database'], ...rows]);
}

function speedTable(measured: readonly Measured[]): string {
  const rows = measured.map(({ endpoint, contender, bytes, rounds }) => {
    const of = (value: (round: Round) => number, digits = 0) => spread(rounds.map(value), digits);
    return [
      `${endpoint.name}, ${contender.name}`,
      of(({ saturated }) => saturated.throughput),
      of(({ half }) => half.latency.p50, 1),
      of(({ half }) => half.latency.p95, 1),
      of(({ half }) => half.latency.p99, 1),
      of(({ loop }) => loop.p50, 1),
      of(({ loop }) => loop.p99, 1),
      String(rounds.reduce((sum, { half }) => sum + half.requests, 0)),
      of(({ saturated }) => saturated.cores.servers, 1),
      of(({ saturated }) => saturated.cores.client, 1),
      String(bytes),
      String(
        rounds.reduce(
          (sum, { saturated, half }) => sum + saturated.unexpected + half.unexpected,
          0,
        ),
      ),
    ];
  });
  const head = [
    'requests/s',
    'P50 ms',
    'P95 ms',
    'P99 ms',
    'loop P50 ms',
    'loop P99 ms',
    'of answers',
    'cores: servers',
    'client',
    'bytes',
    'other answers',
  ];
  return [
    table([['', ...head], ...rows]),
    '',
    'The times are of so many answers, in all rounds. Where the client took more cores than the servers, it was the client that could do no more.',
  ].join('\n');
}

/** Of each contender, the most that was seen. */
function memoryTable(measured: readonly Measured[]): string {
  const rows = [...Map.groupBy(measured, ({ contender }) => contender)].map(([contender, all]) => {
    const most = (component: Component) =>
      Math.max(...all.flatMap(({ rounds }) => rounds.map(({ memory }) => memory[component] ?? 0)));
    return [
      contender.name,
      ...components.map((component) =>
        component in contender.parts ? most(component).toFixed(0) : '',
      ),
    ];
  });
  return table([['', ...components], ...rows]);
}

function timesOf(rounds: readonly Round[], component: Component): number[] {
  return rounds.map(({ cpu }) => cpu[component] ?? 0);
}
