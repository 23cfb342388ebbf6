import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

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
type SqlAnswer = { readonly rows: readonly unknown[] } | { readonly error: string };

const script = join(import.meta.dirname, 'sql.py');
const run = promisify(execFile);

/**
 * Has Apache DataFusion, the engine of OpenObserve, answer all of them, in one process beside this one.
 * @returns the rows of each.
 * @throws Error when it does not understand a query.
 */
export async function runSql(
  tables: Readonly<Record<string, Table>>,
  queries: readonly SqlQuery[],
): Promise<(readonly unknown[])[]> {
  const running = run('datafusion-python', [script], {
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  // What is wrong is told when it ends.
  running.child.stdin?.on('error', () => undefined);
  running.child.stdin?.end(JSON.stringify({ tables, queries }));
  const { stdout } = await running;
  return (JSON.parse(stdout) as SqlAnswer[]).map((answer, at) => {
    if ('error' in answer) throw new Error(`${queries[at]?.sql}\n${answer.error}`);
    return answer.rows;
  });
}
