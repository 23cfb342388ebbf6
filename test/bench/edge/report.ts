import { measuredHere, writeMarkdown } from '@recipe-book/capacity/markdown';
import { table } from '@recipe-book/capacity/table';
import { median } from '../report/median.ts';
import { differences, spread } from '../report/spread.ts';
import { stackedBarsSvg } from '../report/stacked-bars.ts';
import type { Effort, Measured } from './measure.ts';
import { type Component, components } from './scenarios.ts';

/** The table and what rate limiting adds; Markdown. */
export function summary(measured: readonly Measured[]): string {
  const rows = measured.map(({ scenario, cpu, loop }) => [
    scenario.name,
    ...components.map((part) => (part in scenario.parts ? spread(cpu[part]) : '')),
    spread(totals(cpu)),
    spread(loop),
  ]);
  return [
    table([['CPU µs for each request', ...components, 'together', 'event loop'], ...rows]),
    '',
    ...added(measured),
  ].join('\n');
}

/** Writes the report with its plot. @returns the path of the report. */
export function writeReport(
  folder: string,
  measured: readonly Measured[],
  { rounds, requests }: Effort,
): string {
  const bars = measured.map(({ scenario, cpu }) => ({
    label: scenario.name,
    values: components.map((part) => median(cpu[part])),
  }));
  return writeMarkdown(folder, {
    title: 'What the edge costs',
    about: measuredHere(`${rounds} rounds of ${requests} requests`),
    body: summary(measured),
    plots: { cpu: stackedBarsSvg('Processor time of each request, µs', components, bars) },
  });
}

/** What limits add to a request, each compared with the same way without them, round by round. */
function added(measured: readonly Measured[]): string[] {
  const named = (name: string) => measured.find(({ scenario }) => scenario.name === name);
  const pairs = [
    ['limits in the app', 'app alone'],
    ['the edge', 'Envoy without limits'],
    ['Envoy without limits', 'app alone'],
  ] as const;
  return pairs.flatMap(([name, base]) => {
    const [one, other] = [named(name), named(base)];
    if (!one || !other) return [];
    const parts = components
      .filter((part) => part in one.scenario.parts)
      .map((part) => `${part} ${spread(differences(one.cpu[part], other.cpu[part]))}`);
    const together = spread(differences(totals(one.cpu), totals(other.cpu)));
    return [`- ${name}, against ${base}: ${together} µs more (${parts.join(', ')}).`];
  });
}

function totals(cpu: Readonly<Record<Component, number[]>>): number[] {
  return cpu.app.map((_, round) =>
    components.reduce((sum, part) => sum + (cpu[part][round] ?? 0), 0),
  );
}
