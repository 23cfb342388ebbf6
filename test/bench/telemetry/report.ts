import { measuredHere, writeMarkdown } from '@recipe-book/capacity/markdown';
import { table } from '@recipe-book/capacity/table';
import { median } from '../report/median.ts';
import { differences, spread } from '../report/spread.ts';
import { stackedBarsSvg } from '../report/stacked-bars.ts';
import type { Effort, Measured } from './measure.ts';
import { components } from './stack.ts';

/** The table and what telemetry adds; Markdown. */
export function summary(measured: readonly Measured[]): string {
  const rows = measured.map((one) => [
    one.way.name,
    ...components.map((component) => spread(one.cpu[component])),
    spread(totals(one)),
  ]);
  return [
    table([['CPU µs for each request', ...components, 'together'], ...rows]),
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
  const bars = measured.map(({ way, cpu }) => ({
    label: way.name,
    values: components.map((component) => median(cpu[component])),
  }));
  return writeMarkdown(folder, {
    title: 'What telemetry costs',
    about: measuredHere(`${rounds} rounds of ${requests} requests`),
    body: summary(measured),
    plots: { cpu: stackedBarsSvg('Processor time of each request, µs', components, bars) },
  });
}

/** Each way against none, round by round. */
function added([off, ...others]: readonly Measured[]): string[] {
  if (!off) return [];
  return others.map((one) => {
    const parts = components.map(
      (component) => `${component} ${spread(differences(one.cpu[component], off.cpu[component]))}`,
    );
    const together = spread(differences(totals(one), totals(off)));
    return `- ${one.way.name}: ${together} µs more (${parts.join(', ')}).`;
  });
}

function totals({ cpu }: Measured): number[] {
  return cpu.app.map((_, round) =>
    components.reduce((sum, component) => sum + (cpu[component][round] ?? 0), 0),
  );
}
