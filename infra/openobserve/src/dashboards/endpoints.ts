import { withoutLongAnswers } from '../emitted/long-answers.ts';
import { metrics, streamFor } from '../emitted/metrics.ts';
import type { Dashboard } from './dashboard.ts';
import { quantile, rate } from './panel.ts';

const answers = streamFor(metrics.requestDuration, 'count');

/** Which endpoint is slow or fails. @param traces stream of the traces. */
export function endpoints(traces: string): Dashboard {
  return {
    title: 'Endpoints',
    description: 'Which endpoint is slow, fails or is asked most, as the app measures it.',
    panels: [
      rate(metrics.requestDuration, ['http_request_method', 'http_route'], {
        part: 'count',
        title: 'Answers by endpoint',
        legend: '{http_request_method} {http_route}',
      }),
      {
        kind: 'lines',
        title: 'Errors by endpoint',
        stream: answers,
        promql: `sum by (http_request_method, http_route) (rate(${answers}{http_response_status_code=~"5.."}[5m]))`,
        legend: '{http_request_method} {http_route}',
      },
      quantile(metrics.requestDuration, 0.5, ['http_route'], {
        title: 'Median by route',
        legend: '{http_route}',
        of: withoutLongAnswers,
      }),
      quantile(metrics.requestDuration, 0.95, ['http_route'], {
        title: 'P95 by route',
        legend: '{http_route}',
        of: withoutLongAnswers,
      }),
      {
        kind: 'lines',
        title: 'Refused by endpoint',
        description: 'Answers 4xx: clients that ask wrongly, or a front end that does.',
        stream: answers,
        promql: `sum by (http_route, http_response_status_code) (rate(${answers}{http_response_status_code=~"4.."}[5m]))`,
        legend: '{http_response_status_code} {http_route}',
      },
      quantile(metrics.requestDuration, 0.99, ['http_request_method'], {
        title: 'P99 by method',
        legend: '{http_request_method}',
        of: withoutLongAnswers,
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
