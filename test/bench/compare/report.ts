import { programs } from '@recipe-book/capacity';
import { measuredHere, writeMarkdown } from '../report/markdown.ts';
import { quantile } from '../report/quantile.ts';
import { table } from '../report/table.ts';
import { mostOf } from './bounds.ts';
import { comparedKinds } from './compared-kinds.ts';
import type { CountsByKind } from './counts.ts';
import type { CpuCompared } from './cpu.ts';
import { signTest } from './sign-test.ts';

export interface Compared {
  /** The commit. */
  readonly ref: string;
  readonly cpu: CpuCompared;
  readonly counts: ComparedCounts;
}

export interface ComparedCounts {
  readonly old: CountsByKind;
  readonly now: CountsByKind;
  /** None at all before the first time. */
  readonly kept: CountsByKind | undefined;
}

/** A result that chance alone gives this rarely is called a change: with some thirty of them, 5 % would always mark one. */
const significant = 0.01;

/** Both tables, and what is worse; Markdown. */
export function summary({ ref, cpu, counts }: Compared): string {
  const worseCounts = worse(counts);
  return [
    `Processor time of the working tree as a multiple of ${ref}'s; * is a change that chance gives in less than ${significant * 100} % (sign test).`,
    '',
    cpuTable(cpu),
    '',
    'Counts a request; those that have changed.',
    '',
    countTable(counts),
    '',
    worseCounts.length === 0
      ? 'No count is worse than the kept one.'
      : `Worse than kept: ${worseCounts.join('; ')}. If that is wanted, keep it with UPDATE_GOLDEN=1.`,
  ].join('\n');
}

/** Writes the report. @returns its path. */
export function writeReport(folder: string, compared: Compared): string {
  return writeMarkdown(folder, {
    title: 'The working tree against a commit',
    about: measuredHere(`${compared.cpu.ratios.together.app.length} rounds`),
    body: summary(compared),
  });
}

/** The counts that are above their bound, in words. */
export function worse({ now, kept }: Pick<ComparedCounts, 'now' | 'kept'>): string[] {
  if (!kept) return [];
  return comparedKinds.flatMap((kind) =>
    Object.entries(now[kind]).flatMap(([name, counted]) => {
      // They may have been kept where none could be counted. All else that is new is more than before.
      const held = kept[kind][name] ?? (name.startsWith('system calls') ? counted : 0);
      return counted > mostOf(name, held) ? [`${kind}: ${counted} ${name}, ${held} kept`] : [];
    }),
  );
}

function cpuTable({ ratios, now }: CpuCompared): string {
  const rows = ([...comparedKinds, 'together'] as const).map((kind) => [
    kind,
    ...programs.map((program) => {
      if (program === 'collector' && kind !== 'together') return '';
      const all = ratios[kind][program];
      const [middle, least, most] = [quantile(all, 0.5), Math.min(...all), Math.max(...all)];
      const mark = signTest(all) < significant ? ' *' : '';
      const time = quantile(now[kind][program], 0.5).toFixed(0);
      return `${middle.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})${mark}, ${time} µs`;
    }),
  ]);
  return table([['', ...programs], ...rows]);
}

function countTable({ old, now, kept }: ComparedCounts): string {
  const rows = comparedKinds.flatMap((kind) => {
    const names = new Set([...Object.keys(old[kind]), ...Object.keys(now[kind])]);
    return [...names].flatMap((name) => {
      const [before = 0, after = 0] = [old[kind][name], now[kind][name]];
      const held = kept?.[kind][name];
      const same = Math.max(before, after) <= mostOf(name, Math.min(before, after));
      if (same && (held === undefined || after <= mostOf(name, held))) return [];
      return [[`${kind}: ${name}`, String(before), String(after), String(held ?? '')]];
    });
  });
  return rows.length === 0 ? 'None.' : table([['', 'commit', 'working tree', 'kept'], ...rows]);
}
