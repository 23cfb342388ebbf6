import { metrics, streamFor } from '../emitted/metrics.ts';
import type { Dashboard } from './dashboard.ts';
import { level, quantile, rate } from './panel.ts';

const queries = streamFor(metrics.queryDuration, 'count');
const reads = streamFor(metrics.cacheReads);

/** What the database and Redis do for the app. @param traces stream of the traces. */
export function stores(traces: string): Dashboard {
  return {
    title: 'Database and cache',
    description: 'Whether the stores answer, how quickly, and how much the cache spares them.',
    panels: [
      rate(metrics.queryDuration, ['db_collection_name', 'db_operation_name'], {
        part: 'count',
        title: 'Commands of the database and of Redis',
        legend: '{db_operation_name} {db_collection_name}',
      }),
      quantile(metrics.queryDuration, 0.95, ['db_collection_name'], {
        title: 'P95 of the database by collection',
        legend: '{db_collection_name}',
      }),
      quantile(metrics.queryDuration, 0.95, ['db_system_name'], {
        title: 'P95 of the database and of Redis',
        legend: '{db_system_name}',
      }),
      {
        kind: 'lines',
        title: 'Failed commands',
        stream: queries,
        promql: `sum by (error_type) (rate(${queries}{error_type!=""}[5m]))`,
        legend: '{error_type}',
      },
      level(metrics.connections, 'sum', ['db_client_connection_state'], {
        title: 'Connections to the database',
        description: 'Useless ones are kept until new ones can be made.',
        legend: '{db_client_connection_state}',
      }),
      level(metrics.connectionsAwaited, 'sum', ['service_instance_id'], {
        title: 'Requests that wait for a connection, by pod',
        description:
          'Always above 0: DB_CONNECTION_POOL_MAX is too small, or the database too slow.',
        legend: '{service_instance_id}',
      }),
      quantile(metrics.connectionWaitTime, 0.95, [], {
        title: 'P95 of waiting for a connection',
        legend: 'P95',
      }),
      rate(metrics.connectionTimeouts, [], {
        title: 'Waits for a connection that were given up',
        legend: 'timeouts',
      }),
      rate(metrics.cacheReads, ['result'], { title: 'Reads of the cache', legend: '{result}' }),
      {
        kind: 'lines',
        title: 'Share of reads that the cache answered',
        unit: 'percent-1',
        stream: reads,
        promql: `sum(rate(${reads}{result=~"hit|shared"}[5m])) / sum(rate(${reads}[5m]))`,
        legend: 'answered',
      },
      {
        kind: 'table',
        title: 'Slowest commands of both',
        description: 'Of the traces that are kept.',
        width: 'whole',
        stream: traces,
        streamType: 'traces',
        sql: `SELECT operation_name AS operation, db_collection_name AS collection, count(*) AS spans, approx_percentile_cont(duration, 0.95) AS p95 FROM "${traces}" WHERE db_operation_name <> '' GROUP BY operation, collection ORDER BY p95 DESC LIMIT 20`,
        columns: { operation: 'Command', collection: 'Collection' },
        figures: { spans: 'Spans', p95: 'P95, µs' },
      },
    ],
  };
}
