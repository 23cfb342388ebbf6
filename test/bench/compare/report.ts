import { measuredHere, writeMarkdown } from '@recipe-book/capacity/markdown';
import { table } from '@recipe-book/capacity/table';
import { spread } from '../report/spread.ts';
import { comparedKinds } from './compared-kinds.ts';
import {
  type ComparedCounts,
  type CountChange,
  countChanges,
  hasSystemCalls,
} from './count-changes.ts';
import { type CpuCompared, measured } from './cpu.ts';
import { type CpuChange, cpuChanges, isSlower, level, most } from './cpu-changes.ts';

export interface Compared {
  /** The commit. */
  readonly ref: string;
  readonly cpu: CpuCompared;
  readonly counts: ComparedCounts;
}

/** Whether the working tree takes too much more processor time, and whether any of its counts is worse. */
export function verdict({ cpu, counts }: Compared): { slower: boolean; worse: boolean } {
  return {
    slower: isSlower(cpuChanges(cpu)),
    worse: countChanges(counts).some(({ worse }) => worse),
  };
}

/** Both tables, and what is worse; Markdown. */
export function summary({ ref, cpu, counts }: Compared): string {
  const times = cpuChanges(cpu);
  const changes = countChanges(counts);
  const named = (those: readonly CountChange[]) => those.map(({ what }) => what).join('; ');
  const worse = changes.filter((change) => change.worse);
  const saidLess = changes.filter((change) => change.saidLess);
  return [
    `Processor time of the working tree as a multiple of ${ref}'s; * is a change. Chance alone puts a * anywhere in ${level * 100} % of runs at most (sign test, Holm's correction).`,
    cpuTable(times),
    isSlower(times)
      ? `Slower: the total of all together is a change, and more than ${most} times.`
      : `The total of all together is no change, or at most ${most} times.`,
    'Counts a request; those that have changed.',
    countTable(changes),
    hasSystemCalls(counts.now)
      ? 'System calls are held against the commit alone.'
      : 'System calls are not held: `perf` may not count them here.',
    ...(saidLess.length === 0
      ? []
      : [`Fewer spans or log lines; see that none is missing: ${named(saidLess)}.`]),
    worse.length === 0
      ? 'No count is worse than the kept one or that of the commit.'
      : `Worse: ${named(worse)}. If that is wanted, keep it with UPDATE_GOLDEN=1.`,
  ].join('\n\n');
}

/** Writes the report. @returns its path. */
export function writeReport(folder: string, compared: Compared): string {
  return writeMarkdown(folder, {
    title: 'The working tree against a commit',
    about: measuredHere(`${compared.cpu.ratios.together.total.length} rounds`),
    body: summary(compared),
  });
}

function cpuTable(changes: readonly CpuChange[]): string {
  const rows = ([...comparedKinds, 'together'] as const).map((kind) => [
    kind,
    ...measured.map((program) => {
      const found = changes.find((change) => change.kind === kind && change.program === program);
      if (!found) return '';
      return `${spread(found.ratios, 2)}${found.real ? ' *' : ''}, ${found.time.toFixed(0)} µs`;
    }),
  ]);
  return table([['', ...measured], ...rows]);
}

function countTable(changes: readonly CountChange[]): string {
  if (changes.length === 0) return 'None.';
  const rows = changes.map(({ what, old, now, kept }) => [
    what,
    ...[old, now, kept ?? ''].map(String),
  ]);
  return table([['', 'commit', 'working tree', 'kept'], ...rows]);
}
