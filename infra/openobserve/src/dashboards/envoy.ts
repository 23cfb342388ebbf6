import { metrics } from '../emitted/metrics.ts';
import type { Dashboard } from './dashboard.ts';
import { level, quantile, rate } from './panel.ts';

/** What clients meet before the app, and how Envoy itself is. */
export const envoy: Dashboard = {
  title: 'Envoy',
  description:
    'What clients meet before the app, Envoy’s own answers included, and how Envoy itself is.',
  panels: [
    rate(metrics.edgeRequests, ['status_class'], {
      title: 'Answers by class of status',
      description:
        'Without probes and what browsers send of themselves. More 5xx than the app has: Envoy cannot reach it.',
      legend: '{status_class}',
    }),
    quantile(metrics.edgeRequestDuration, 0.95, [], {
      title: 'P95 of all requests',
      description: 'Slow clients are in it, and lists that are followed for minutes.',
      unit: 'milliseconds',
      legend: 'P95',
    }),
    rate(metrics.edgeAppFailures, ['reason'], {
      title: 'Requests that the app did not answer',
      description:
        'Without those that another attempt healed. Above 1 % of all the alert app_unreachable fires.',
      legend: '{reason}',
    }),
    rate(metrics.edgeAppRetries, [], {
      title: 'Attempts to reach the app again',
      description:
        'While it restarts requests wait, and are sent again; what none helped is above, as connect.',
      legend: 'attempts',
    }),
    level(metrics.edgeActiveRequests, 'sum', ['service_instance_id'], {
      title: 'Requests that are being answered, by pod',
      legend: '{service_instance_id}',
    }),
    level(metrics.edgeAppWaiting, 'sum', ['service_instance_id'], {
      title: 'Requests that wait for a connection to the app, by pod',
      legend: '{service_instance_id}',
    }),
    level(metrics.edgeConnections, 'sum', ['service_instance_id'], {
      title: 'Connections of clients, by pod',
      legend: '{service_instance_id}',
    }),
    rate(metrics.edgeRefusedConnections, ['reason'], {
      title: 'Connections refused',
      legend: '{reason}',
    }),
    rate(metrics.edgeCutShort, ['reason'], { title: 'Requests cut short', legend: '{reason}' }),
    rate(metrics.edgeDrainedConnections, [], {
      title: 'Clients asked to leave because a pod ends',
      legend: 'connections',
    }),
    level(metrics.edgeMemory, 'max', ['service_instance_id'], {
      title: 'Memory by pod',
      unit: 'bytes',
      legend: '{service_instance_id}',
    }),
    level(metrics.edgeMemoryPressure, 'max', ['service_instance_id'], {
      title: 'Percent of the memory that it may fill',
      description: 'Near 100 it refuses connections and requests.',
      legend: '{service_instance_id}',
    }),
    rate(metrics.edgeLostTelemetry, ['signal'], {
      title: 'Spans and lines that did not reach the Collector',
      legend: '{signal}',
    }),
    level(metrics.edgeCertificateDays, 'min', [], {
      title: 'Days until the certificate ends',
      description: 'Only where Envoy itself does TLS.',
      legend: 'days',
    }),
  ],
};
