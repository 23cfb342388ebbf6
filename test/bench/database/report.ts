import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Amount } from '../../../app/src/seed/generated/generate.ts';
import { barsSvg } from '../report/bars.ts';
import { quantile } from '../report/quantile.ts';
import type { Measured } from './measure.ts';
import type { Account } from './requests.ts';

/** Milliseconds at the database that 95 of 100 requests shall not exceed. */
const limit = 50;

/** The figures of one request. */
interface Row {
  readonly label: string;
  readonly cells: readonly string[];
  readonly p95: number;
  readonly most: number;
  readonly isSlow: boolean;
}

const heads = [
  'commands',
  'keys',
  'documents',
  'P50',
  'P95',
  'P99',
  'max',
  'slowest',
  'P95 largest',
  '',
];

/** The table, as cells. */
export function tableRows(measured: readonly Measured[]): string[][] {
  return [
    ['request', ...heads],
    ...measured.map(rowOf).map(({ label, cells }) => [label, ...cells]),
  ];
}

/** How many requests are slower than they shall be, in a sentence. */
export function verdict(measured: readonly Measured[]): string {
  const slow = measured.map(rowOf).filter(({ isSlow }) => isSlow);
  if (slow.length === 0) return `P95 is at most ${limit} ms for all ${measured.length} requests.`;
  return `P95 is above ${limit} ms for ${slow.length} of ${measured.length} requests.`;
}

/** Writes the report with its plot. @returns the path of the report. */
export function writeReport(
  folder: string,
  measured: readonly Measured[],
  accounts: readonly Account[],
  { users, recipes }: Amount,
): string {
  mkdirSync(folder, { recursive: true });
  const rows = measured.map(rowOf);
  const bars = rows.map(({ label, p95, most }) => ({ label, value: p95, mark: most }));
  writeFileSync(
    join(folder, 'p95.svg'),
    barsSvg('P95 at the database, ms; the grey line is the slowest', bars, limit),
  );
  const [head = [], ...body] = tableRows(measured);
  const sizes = accounts.map((account) => account.recipes).join(', ');
  const text = [
    '# Time at the database',
    '',
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, ${users} users with ${recipes} recipes; measured with the accounts that have ${sizes}. Milliseconds of all commands of a request together; "slowest" is the slowest single command. Keys and documents are those that the account with the most recipes made the database look at.`,
    '',
    verdict(measured),
    '',
    ...[head, head.map((_, at) => (at === 0 ? '---' : '--:')), ...body].map(
      (cells) => `| ${cells.join(' | ')} |`,
    ),
    '',
    '![P95 by request](p95.svg)',
    '',
  ];
  const path = join(folder, 'report.md');
  writeFileSync(path, text.join('\n'));
  return path;
}

function rowOf({ request, commands, examined, totals, slowestCommand }: Measured): Row {
  const all = [...totals.values()].flat();
  const [ofLargest = []] = totals.values();
  const p95 = quantile(all, 0.95);
  const p95Largest = quantile(ofLargest, 0.95);
  const most = Math.max(...all);
  const isSlow = Math.max(p95, p95Largest) > limit;
  const times = [quantile(all, 0.5), p95, quantile(all, 0.99), most, slowestCommand, p95Largest];
  return {
    label: request.label,
    cells: [
      String(commands),
      String(examined.keys ?? '?'),
      String(examined.documents ?? '?'),
      ...times.map((time) => time.toFixed(1)),
      isSlow ? `above ${limit}` : '',
    ],
    p95,
    most,
    isSlow,
  };
}
