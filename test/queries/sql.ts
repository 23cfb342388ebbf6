import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** A stream of OpenObserve as a table: its columns with their types, and its rows. */
export interface Table {
  readonly columns: Readonly<Record<string, 'Utf8' | 'Int64' | 'Float64'>>;
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}

export interface SqlQuery {
  readonly sql: string;
  /** The time that it is asked about, microseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** Rows, or why there are none. */
export type SqlAnswer = { readonly rows: readonly unknown[] } | { readonly error: string };

/** Has Apache DataFusion, the engine of OpenObserve, answer all of them. */
export function runSql(
  tables: Readonly<Record<string, Table>>,
  queries: readonly SqlQuery[],
): SqlAnswer[] {
  const script = join(import.meta.dirname, 'sql.py');
  const { status, stdout, stderr, error } = spawnSync('datafusion-python', [script], {
    input: JSON.stringify({ tables, queries }),
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw new Error(`datafusion-python cannot be run (${error.message}).`);
  if (status !== 0) throw new Error(`sql.py failed:\n${stderr}`);
  return JSON.parse(stdout) as SqlAnswer[];
}
