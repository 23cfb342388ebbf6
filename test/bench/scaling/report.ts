import { join } from 'node:path';
import {
  burstDemandOf,
  demandOf,
  kinds,
  type Measured,
  mostOnOneMachine,
  programs,
  type Saturation,
  type Spread,
  usualMix,
} from '@recipe-book/capacity';
import { root } from '../../src/root.ts';
import { writeMarkdown } from '../report/markdown.ts';
import { stackedBarsSvg } from '../report/stacked-bars.ts';
import { table } from '../report/table.ts';

/** What each kind costs, and what came of several instances against what was to be expected; Markdown. */
export function summary(measured: Measured): string {
  const { costs, saturation } = measured;
  const costRows = kinds.map((kind) => {
    const { cpu, appMainThread, redis } = costs[kind];
    return [
      kind,
      ...programs.map((program) => spread(cpu[program])),
      spread(appMainThread),
      `${redis.counting} + ${redis.other}`,
    ];
  });
  const rateRows = saturation.map((one) => {
    const [expected, burst] = [demandOf, burstDemandOf].map((of) =>
      predicted(of(measured, usualMix), measured, one).toFixed(0),
    );
    return [
      String(one.instances),
      spread(one.rate),
      `${expected}`,
      (one.rate.median / Number(expected)).toFixed(2),
      `${burst}`,
      ...([...programs, 'client'] as const).map((program) => spread(one.cpu[program])),
    ];
  });
  return [
    table([
      ['CPU µs for each request', ...programs, 'app, main thread', 'Redis commands'],
      ...costRows,
    ]),
    '',
    table([
      [
        'instances',
        'requests/s',
        'predicted by one',
        'ratio',
        'by kinds alone',
        ...programs,
        'client',
      ],
      ...rateRows,
    ]),
  ].join('\n');
}

/** Writes the report with its plot. @returns its path. */
export function writeReport(measured: Measured): string {
  const { date, machine, rounds, costs } = measured;
  const bars = kinds
    // It takes so much that no other could be seen.
    .filter((kind) => kind !== 'login')
    .map((kind) => ({
      label: kind,
      values: programs.map((program) => costs[kind].cpu[program].median),
    }));
  return writeMarkdown(join(root, '.run', 'bench', 'scaling'), {
    title: 'What requests cost, and what several instances take',
    about: `${date}, ${machine.cores} cores (${machine.processor}), ${rounds} rounds. Median (least to most).`,
    body: summary(measured),
    plots: { cpu: stackedBarsSvg('Processor time of each request, µs', programs, bars) },
  });
}

/** By the utilisation law; the client shares the machine. */
function predicted(
  demand: ReturnType<typeof demandOf>,
  { machine, saturation: [first] }: Measured,
  { cpu }: Saturation,
): number {
  return mostOnOneMachine(demand, machine.cores, (first?.cpu ?? cpu).client.median / 1e6);
}

function spread({ least, median, most }: Spread): string {
  return `${median} (${least} to ${most})`;
}
