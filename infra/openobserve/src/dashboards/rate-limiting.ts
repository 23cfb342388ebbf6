import { rateLimitResults } from '@recipe-book/envoy/metrics';
import { share } from '../alerts/share-alert.ts';
import { metrics, streamFor } from '../emitted/metrics.ts';
import type { Dashboard } from './dashboard.ts';
import { level, quantile, rate } from './panel.ts';

const requests = streamFor(metrics.rateLimitRequests);

/** Who is refused, and whether limits are counted at all. @param logs stream of the logs. */
export function rateLimiting(logs: string): Dashboard {
  return {
    title: 'Rate limiting',
    description: 'Who is refused, and whether limits are counted at all.',
    panels: [
      rate(metrics.rateLimitRequests, ['result'], {
        title: 'Requests by what became of them',
        description: 'A request counts once in each group of policies that has one for it.',
        legend: '{result}',
      }),
      {
        kind: 'lines',
        title: 'Share that passed uncounted',
        description: 'Above 0.01 the alert requests_pass_uncounted fires.',
        unit: 'percent-1',
        stream: requests,
        promql: share(`${requests}{result="${rateLimitResults.uncounted}"}`, requests, 5),
        legend: 'uncounted',
      },
      rate(metrics.rateLimitTimeouts, ['ended_by'], {
        title: 'Calls of the ratelimit service in vain',
        legend: '{ended_by}',
      }),
      level(metrics.rateLimitServers, 'min', ['state'], {
        title: 'Servers of the ratelimit service, as the worst Envoy sees them',
        legend: '{state}',
      }),
      rate(metrics.rateLimitLocalRefusals, ['reason'], {
        title: 'Refused by Envoy itself',
        description:
          'Clients far over their limit, and, while the service is away, those with much uncounted.',
        legend: '{reason}',
      }),
      rate(metrics.rateLimitEjections, [], { title: 'Servers left out', legend: 'ejections' }),
      rate(metrics.rateLimitDecisions, ['policy', 'result'], {
        title: 'Decisions by policy',
        description: 'Of a policy in shadow, what it would have decided.',
        legend: '{policy} {result}',
      }),
      quantile(metrics.rateLimitCallDuration, 0.95, [], {
        title: 'P95 of asking the ratelimit service',
        description: 'After 45 ms a request passes uncounted.',
        unit: 'milliseconds',
        legend: 'P95',
      }),
      rate(metrics.rateLimitServiceErrors, ['source'], {
        title: 'Errors of the ratelimit service',
        legend: '{source}',
      }),
      level(metrics.rateLimitRedisConnections, 'sum', ['service_instance_id'], {
        title: 'Connections of the ratelimit service to Redis',
        legend: '{service_instance_id}',
      }),
      {
        kind: 'table',
        title: 'Policies that refused most',
        stream: logs,
        streamType: 'logs',
        sql: `SELECT ratelimitpolicy AS policy, count(*) AS refused FROM "${logs}" WHERE ratelimitoutcome = 'refused' GROUP BY policy ORDER BY refused DESC LIMIT 20`,
        columns: { policy: 'Policy' },
        figures: { refused: 'Refused' },
      },
      {
        kind: 'table',
        title: 'Addresses refused most',
        stream: logs,
        streamType: 'logs',
        sql: `SELECT ip AS address, count(*) AS refused FROM "${logs}" WHERE ratelimitoutcome = 'refused' GROUP BY address ORDER BY refused DESC LIMIT 20`,
        columns: { address: 'Address' },
        figures: { refused: 'Refused' },
      },
    ],
  };
}
