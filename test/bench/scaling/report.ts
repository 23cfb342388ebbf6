import { join } from 'node:path';
import { kinds, type Measured, programs } from '@recipe-book/capacity';
import { writeMarkdown } from '@recipe-book/capacity/markdown';
import { root } from '../../src/root.ts';
import { stackedBarsSvg } from '../report/stacked-bars.ts';
import { summary } from './tables.ts';

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
