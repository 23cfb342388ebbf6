import { metrics, streamFor } from '../emitted/metrics.ts';
import type { ValueAlert } from './alert.ts';
import { atLeast, grown } from './share-alert.ts';

const stream = streamFor(metrics.sentLogs);
const window = 5;
/** Answers to clients; each is a line of the access log. */
const floor = 20;

/** Metrics come, or nothing would be counted here, but logs do not: somewhere between Envoy and the Collectors' queues. */
export const noLogs: ValueAlert = {
  name: 'no_logs',
  description: 'Users have had answers for five minutes, and no log has been sent.',
  stream,
  promql: `${grown(stream, window)}${atLeast(floor, streamFor(metrics.edgeRequests), window)}`,
  operator: '<',
  limit: 1,
  silence: 60,
  runbook: 'docs/observability.md#no-data',
};
