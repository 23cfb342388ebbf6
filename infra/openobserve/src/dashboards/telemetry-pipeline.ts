import type { Metric } from '../emitted/metric.ts';
import { metrics, streamFor } from '../emitted/metrics.ts';
import type { Dashboard } from './dashboard.ts';
import { type LinesPanel, level, rate } from './panel.ts';

const queue = 'max by (service_instance_id, exporter)';
const size = streamFor(metrics.exporterQueueSize);
const capacity = streamFor(metrics.exporterQueueCapacity);

/** Whether telemetry itself arrives. */
export const telemetryPipeline: Dashboard = {
  title: 'Telemetry pipeline',
  description: 'What the Collectors take, hold, send and lose.',
  panels: [
    ...signals('Taken', metrics.acceptedSpans, metrics.acceptedPoints, metrics.acceptedLogs, [
      'receiver',
    ]),
    ...signals('Sent', metrics.sentSpans, metrics.sentPoints, metrics.sentLogs, ['exporter']),
    ...signals('Refused', metrics.refusedSpans, metrics.refusedPoints, metrics.refusedLogs, [
      'receiver',
    ]),
    ...signals(
      'Lost, as OpenObserve refused it',
      metrics.sendFailedSpans,
      metrics.sendFailedPoints,
      metrics.sendFailedLogs,
      ['exporter'],
    ),
    ...signals(
      'Lost, as the queue was full',
      metrics.enqueueFailedSpans,
      metrics.enqueueFailedPoints,
      metrics.enqueueFailedLogs,
      ['exporter'],
    ),
    rate(metrics.sampledTraces, ['sampled'], {
      title: 'Traces kept and dropped',
      legend: 'kept: {sampled}',
    }),
    {
      kind: 'lines',
      title: 'How full the queues are',
      description: 'Above 0.5 the alert queue_fills fires.',
      unit: 'percent-1',
      stream: size,
      promql: `${queue} (${size}) / ${queue} (${capacity})`,
      legend: '{service_instance_id} {exporter}',
    },
    rate(metrics.collectorCpu, ['service_instance_id'], {
      title: 'Processors that the Collectors keep busy',
      legend: '{service_instance_id}',
    }),
    level(metrics.collectorMemory, 'max', ['service_instance_id'], {
      title: 'Memory of the Collectors',
      unit: 'bytes',
      legend: '{service_instance_id}',
    }),
  ],
};

function signals(
  what: string,
  spans: Metric,
  points: Metric,
  logs: Metric,
  by: readonly string[],
): LinesPanel[] {
  const legend = `{${by[0]}}`;
  return [
    rate(spans, by, { title: `${what}: spans`, legend }),
    rate(points, by, { title: `${what}: points of metrics`, legend }),
    rate(logs, by, { title: `${what}: log records`, legend }),
  ];
}
