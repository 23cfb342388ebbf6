import type { Metric } from '../emitted/metric.ts';
import { metrics, streamFor } from '../emitted/metrics.ts';
import type { ValueAlert } from './alert.ts';

/** One for each signal, since OpenObserve's engine makes nothing of a sum of which one part is missing. */
export const telemetryLost: readonly ValueAlert[] = [
  lost('traces', metrics.sendFailedSpans),
  lost('metrics', metrics.sendFailedPoints),
  lost('logs', metrics.sendFailedLogs),
];

/** OpenObserve refuses what would never be taken (400, 401), and the Collector drops it; no queue fills. */
function lost(signal: string, metric: Metric): ValueAlert {
  const stream = streamFor(metric);
  return {
    name: `${signal}_lost`,
    description: `Collectors drop ${signal}, because OpenObserve refuses them.`,
    stream,
    promql: `max(sum by (exporter) (increase(${stream}[5m])))`,
    operator: '>',
    limit: 0,
    silence: 60,
    runbook: 'docs/observability.md#telemetry-lost',
  };
}
