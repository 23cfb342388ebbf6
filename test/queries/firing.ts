import { type Alert, valuePeriod } from '@recipe-book/openobserve';
import type { PromqlEngine } from './promql.ts';
import { runSql } from './sql.ts';
import type { Streams } from './tables.ts';

/** Names of alerts whose condition is fulfilled, as each version of OpenObserve evaluates them. */
export interface Firing {
  /** At some time within the period (0.16.3). */
  readonly within: readonly string[];
  /** At its end (0.92.2). */
  readonly atEnd: readonly string[];
}

/**
 * Which alerts fire, by their own queries.
 * @param at milliseconds since 1970.
 * @throws Error when an engine does not understand a query.
 */
export async function firing(
  alerts: readonly Alert[],
  engine: PromqlEngine,
  streams: Streams,
  at: number,
): Promise<Firing> {
  const byRows = await firingByRows(alerts, streams, at);
  const within = [...byRows];
  const atEnd = [...byRows];
  for (const alert of alerts) {
    if ('sql' in alert) continue;
    const condition = `(${alert.promql}) ${alert.operator} ${alert.limit}`;
    const series = await engine.over(condition, at - valuePeriod * 60_000, at);
    if (series.length > 0) within.push(alert.name);
    if ((await engine.at(condition, at)).length > 0) atEnd.push(alert.name);
  }
  return { within: within.toSorted(), atEnd: atEnd.toSorted() };
}

async function firingByRows(
  alerts: readonly Alert[],
  streams: Streams,
  at: number,
): Promise<string[]> {
  const rowsAlerts = alerts.filter((alert) => 'sql' in alert);
  const to = at * 1000;
  const queries = rowsAlerts.map(({ sql, period }) => ({ sql, from: to - period * 60e6, to }));
  const since = Math.min(...queries.map(({ from }) => from));
  const tables = streams.tables(new Set(rowsAlerts.map(({ stream }) => stream)), since);
  const answers = await runSql(tables, queries);
  return rowsAlerts.filter((_, at) => (answers[at]?.length ?? 0) > 0).map(({ name }) => name);
}
