import { table } from '@recipe-book/capacity/table';
import { cellsOf, heads, isFine, type Row } from './row.ts';
import type { CheckResult } from './run-checks.ts';

export interface Report {
  /** Markdown. */
  readonly text: string;
  readonly passed: number;
  readonly failed: number;
}

/** What was seen, as a table, and how much of it was as it must be. */
export function report(
  checks: readonly CheckResult[],
  rows: readonly Row[],
  footprint: string,
): Report {
  const failedChecks = checks.filter(({ problem }) => problem !== undefined);
  const badRows = rows.filter((row) => !isFine(row));
  const lines = [
    table([heads, ...rows.map(cellsOf)]),
    '',
    footprint,
    '',
    ...failedChecks.map(({ name, problem }) => `Not so: ${name}. ${problem}`),
    ...badRows.flatMap(({ event, problem, failures }) => [
      ...(problem ? [`${event} went wrong: ${problem}`] : []),
      ...tally(failures.map(({ failure = '' }) => failure)).map(
        ([what, count]) => `${event}: ${count} × ${what}`,
      ),
    ]),
  ];
  const failed = failedChecks.length + badRows.length;
  return { text: `${lines.join('\n')}\n`, passed: checks.length + rows.length - failed, failed };
}

function tally(failures: readonly string[]): [what: string, count: number][] {
  return [...Map.groupBy(failures, (failure) => failure)].map(([what, all]) => [what, all.length]);
}
