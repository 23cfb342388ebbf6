import { share } from '../alerts/share-alert.ts';
import { metrics, streamFor } from '../emitted/metrics.ts';
import type { Dashboard } from './dashboard.ts';
import { level, quantile, rate } from './panel.ts';

const answers = streamFor(metrics.requestDuration, 'count');

/** How the app does, and what it spends its time on. @param traces stream of the traces. */
export function serviceOverview(traces: string): Dashboard {
  return {
    title: 'Service overview',
    description: 'How the app does, and what it spends its time on.',
    panels: [
      rate(metrics.requestDuration, ['http_response_status_code'], {
        part: 'count',
        title: 'Answers by status',
        legend: '{http_response_status_code}',
      }),
      {
        kind: 'lines',
        title: 'Share of errors',
        description: 'Above 0.05 the alert many_errors fires.',
        unit: 'percent-1',
        stream: answers,
        promql: share(`${answers}{http_response_status_code=~"5.."}`, answers, 5),
        legend: 'errors',
      },
      quantile(metrics.requestDuration, 0.95, [], {
        title: 'P95 of all answers',
        description: 'Above 0.15 s for ten minutes the alert slow_answers fires.',
        legend: 'P95',
      }),
      quantile(metrics.requestDuration, 0.95, ['http_route'], {
        title: 'P95 by route',
        legend: '{http_route}',
      }),
      quantile(metrics.queryDuration, 0.95, ['db_collection_name'], {
        title: 'P95 of the database by collection',
        legend: '{db_collection_name}',
      }),
      level(metrics.connections, 'sum', ['db_client_connection_state'], {
        title: 'Connections to the database',
        legend: '{db_client_connection_state}',
      }),
      rate(metrics.cacheReads, ['result'], { title: 'Reads of the cache', legend: '{result}' }),
      rate(metrics.events, ['event_name'], {
        title: 'What happened in the domain',
        legend: '{event_name}',
      }),
      level(metrics.eventLoopDelayP99, 'max', ['service_instance_id'], {
        title: 'P99 of the delay of the event loop by pod',
        unit: 'seconds',
        legend: '{service_instance_id}',
      }),
      level(metrics.heapUsed, 'sum', ['service_instance_id'], {
        title: 'Heap in use by pod',
        unit: 'bytes',
        legend: '{service_instance_id}',
      }),
      {
        kind: 'table',
        title: 'Slowest operations',
        description:
          'Of the traces that are kept: all that failed or were slow, and a share of the others.',
        width: 'whole',
        stream: traces,
        streamType: 'traces',
        sql: `SELECT operation_name AS operation, count(*) AS spans, approx_percentile_cont(duration, 0.95) AS p95 FROM "${traces}" WHERE span_kind = '2' GROUP BY operation ORDER BY p95 DESC LIMIT 20`,
        columns: { operation: 'Operation' },
        figures: { spans: 'Spans', p95: 'P95, µs' },
      },
    ],
  };
}
