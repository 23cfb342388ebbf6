import { metrics, streamFor } from '../emitted/metrics.ts';
import type { ValueAlert } from './alert.ts';

const stream = streamFor(metrics.exporterQueueSize);
const capacity = streamFor(metrics.exporterQueueCapacity);
const perQueue = 'max by (service_instance_id, exporter)';

/** OpenObserve does not take what a Collector sends, so this comes late: when it takes some again, or one of several does. */
export const queueFills: ValueAlert = {
  name: 'queue_fills',
  description:
    'A Collector holds back more than half of what it can hold: OpenObserve does not keep up.',
  stream,
  promql: `max(${perQueue} (${stream}) / ${perQueue} (${capacity}))`,
  operator: '>',
  limit: 0.5,
  silence: 30,
  runbook: 'docs/observability.md#queue-fills',
};
