import { metrics, streamFor } from '../emitted/metrics.ts';
import type { ValueAlert } from './alert.ts';
import { share } from './share-alert.ts';

const stream = streamFor(metrics.requestDuration, 'count');
const period = 5;

/** Users see that something is broken. Requests that Envoy answers by itself are not among them. */
export const manyErrors: ValueAlert = {
  name: 'many_errors',
  description:
    'More than 5 % of the answers of the app in the last five minutes were errors (5xx).',
  stream,
  promql: share(`${stream}{http_response_status_code=~"5.."}`, stream, period),
  operator: '>',
  limit: 0.05,
  period,
  silence: 30,
  runbook: 'docs/observability.md#many-errors',
};
