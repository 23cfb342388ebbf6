import type { Alert } from '@recipe-book/openobserve';
import type { PromqlEngine } from './promql.ts';
import { runSql, type Table } from './sql.ts';

/**
 * Which alerts have their condition fulfilled: as OpenObserve evaluates them, by their own queries.
 * @param at milliseconds since 1970.
 * @throws Error when an engine does not understand a query.
 */
export async function firing(
  alerts: readonly Alert[],
  engine: PromqlEngine,
  tables: Readonly<Record<string, Table>>,
  at: number,
): Promise<string[]> {
  const names: string[] = [];
  for (const alert of alerts) {
    if ('sql' in alert) {
      const to = at * 1000;
      const [answer] = runSql(tables, [{ sql: alert.sql, from: to - alert.period * 60e6, to }]);
      if (!answer || 'error' in answer) throw new Error(`${alert.name}: ${answer?.error}`);
      if (answer.rows.length > 0) names.push(alert.name);
    } else {
      const { promql, operator, limit } = alert;
      const series = await engine.at(`(${promql}) ${operator} ${limit}`, at);
      if (series.length > 0) names.push(alert.name);
    }
  }
  return names;
}
