import type { Settings } from '@recipe-book/settings';

/** `service.name` of the Collector's own telemetry. */
export function collectorService({ OTEL_SERVICE_NAME }: Settings): string {
  return `${OTEL_SERVICE_NAME}-collector`;
}
