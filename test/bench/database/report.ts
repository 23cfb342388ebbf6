import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Amount } from '../../../app/src/seed/synthetic/generate.ts';
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
  readonly p95Largest: number;
  readonly most: number;
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

/** How many requests are slower than they shall be, in sentences. */
export function verdict(measured: readonly Measured[]): string {
  const rows = measured.map(rowOf);
  const slow = rows.filter(({ p95 }) => p95 > limit).length;
  const slowForLargest = rows.filter(({ p95Largest }) => p95Largest > limit).length;
  return `P95 is above ${limit} ms for ${slow} of ${rows.length} requests. For the account with the most recipes alone it is for ${slowForLargest}.`;
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
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, ${users} users with ${recipes} recipes; measured with accounts that have ${sizes}; the first stands apart. Milliseconds of all commands of a request together; "slowest" is the slowest single command. Keys and documents are those that the account with the most recipes made the database look at.`,
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

/** The first account, which has the most recipes, is one of many users and so stands apart. */
function rowOf({ request, commands, examined, totals, slowestCommand }: Measured): Row {
  const [ofLargest = [], ...others] = totals.values();
  const all = others.length > 0 ? others.flat() : ofLargest;
  const p95 = quantile(all, 0.95);
  const p95Largest = quantile(ofLargest, 0.95);
  const most = Math.max(...all);
  const times = [quantile(all, 0.5), p95, quantile(all, 0.99), most, slowestCommand, p95Largest];
  return {
    label: request.label,
    cells: [
      String(commands),
      String(examined.keys ?? '?'),
      String(examined.documents ?? '?'),
      ...times.map((time) => time.toFixed(1)),
      [p95 > limit ? 'SLOW' : '', p95Largest > limit ? 'largest slow' : ''].join(' ').trim(),
    ],
    p95,
    p95Largest,
    most,
  };
}
