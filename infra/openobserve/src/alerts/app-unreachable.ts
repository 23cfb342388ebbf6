import { metrics, streamFor } from '../emitted/metrics.ts';
import type { ValueAlert } from './alert.ts';

const stream = streamFor(metrics.edgeAppFailures);
const requests = streamFor(metrics.edgeRequests);
const period = 5;

/** Users get 5xx that the app knows nothing of, so they are in none of its own metrics. */
export const appUnreachable: ValueAlert = {
  name: 'app_unreachable',
  description:
    'Envoy could not hand over more than 1 % of the requests of the last five minutes: the app is gone, hangs or has too much to do.',
  stream,
  promql: `sum(increase(${stream}[${period}m])) / sum(increase(${requests}[${period}m]))`,
  operator: '>',
  limit: 0.01,
  period,
  silence: 30,
  runbook: 'docs/observability.md#app-unreachable',
};
