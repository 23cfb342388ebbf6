import { metrics, streamFor } from '../emitted/metrics.ts';
import type { ValueAlert } from './alert.ts';
import { atLeast, grown } from './share-alert.ts';

const stream = streamFor(metrics.edgeAppFailures);
const requests = streamFor(metrics.edgeRequests);
const window = 5;
/** Where few ask, one failure is a large share. */
const floor = 5;

/** Users get 5xx that the app knows nothing of, so they are in none of its own metrics. */
export const appUnreachable: ValueAlert = {
  name: 'app_unreachable',
  description:
    'Envoy could not hand over more than 1 % of the requests of the last five minutes: the app is gone, hangs or has too much to do.',
  stream,
  promql: `${grown(stream, window)} / ${grown(requests, window)}${atLeast(floor, stream, window)}`,
  operator: '>',
  limit: 0.01,
  silence: 30,
  runbook: 'docs/observability.md#app-unreachable',
};
