import type { Settings } from '@recipe-book/settings';
import type { CollectorPlacement } from '../placement.ts';
import { type Queue, sendingQueue } from './queue.ts';
import type { Signal } from './signals.ts';

const streams = {
  traces: 'OPENOBSERVE_STREAM_TRACES',
  metrics: 'OPENOBSERVE_STREAM_METRICS',
  logs: 'OPENOBSERVE_STREAM_LOGS',
} as const;

/** Name of the variable that holds the backend's `Authorization` header; the value is a secret. */
export const authorizationVariable = 'TELEMETRY_AUTHORIZATION';

/** Name of the file of a signal in the files folder, one OTLP/JSON message a line. */
export function fileName(signal: Signal): string {
  return `${signal}.jsonl`;
}

/**
 * Where a signal goes: the backend when one is set, files in development, else nowhere.
 * @param queue where it waits for the backend.
 */
export function exportersOf(
  signal: Signal,
  settings: Settings,
  placement: CollectorPlacement,
  queue: Queue = signal,
) {
  const exporters: Record<string, object> = {};
  const endpoint = backendEndpoint(settings);
  if (endpoint) exporters[`otlp_http/${queue}`] = backend(endpoint, signal, settings, queue);
  if (settings.APP_ENV === 'development') {
    exporters[`file/${signal}`] = {
      path: `${placement.filesDir}/${fileName(signal)}`,
      rotation: { max_megabytes: 50, max_backups: 1 },
      flush_interval: '200ms',
    };
  }
  return Object.keys(exporters).length > 0 ? exporters : { nop: {} };
}

/** OTLP/HTTP base address, if there is a backend; the exporter adds `/v1/<signal>`. */
export function backendEndpoint(settings: Settings): string | undefined {
  if (settings.OTEL_EXPORTER_OTLP_ENDPOINT) return settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  const { OPENOBSERVE_URL: url, OPENOBSERVE_ORG: org } = settings;
  return url && `${url.replace(/\/$/, '')}/api/${org}`;
}

/** How long a batch waits to be filled. A developer waits for it. */
export function flushSeconds(settings: Settings): number {
  return settings.APP_ENV === 'development' ? 0.2 : 5;
}

function backend(endpoint: string, signal: Signal, settings: Settings, queue: Queue) {
  return {
    endpoint,
    compression: 'gzip',
    headers: {
      Authorization: `\${env:${authorizationVariable}}`,
      'stream-name': settings[streams[signal]],
    },
    // A backend that hangs must not keep the Collector from ending for long.
    timeout: '10s',
    // Never gives up: what there is no room for is lost, not what is old.
    retry_on_failure: {
      enabled: true,
      initial_interval: '1s',
      max_interval: '30s',
      max_elapsed_time: '0s',
    },
    sending_queue: sendingQueue(queue, `${flushSeconds(settings)}s`),
  };
}
