import { metrics, streamFor } from '../emitted/metrics.ts';
import type { ValueAlert } from './alert.ts';

const stream = streamFor(metrics.readinessProbes);
const perPod = (labels: string) =>
  `sum by (service_instance_id) (increase(${stream}${labels}[3m]))`;

/**
 * A pod that runs but gets no requests. One that shuts down says so, and does not count; one that starts is
 * ready before its second minute.
 */
export const readinessFailing: ValueAlert = {
  name: 'readiness_failing',
  description: 'A pod has not been ready most of the time for three minutes.',
  stream,
  promql: `max(${perPod('{status=~"unavailable|starting"}')} / ${perPod('')})`,
  operator: '>',
  limit: 0.5,
  silence: 30,
  runbook: 'docs/observability.md#readiness-failing',
};
