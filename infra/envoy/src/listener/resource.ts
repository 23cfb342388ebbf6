import type { Settings } from '@recipe-book/settings';
import type { JsonObject } from '../json.ts';

/** `service.name` of Envoy's own telemetry. */
export function envoyServiceName(settings: Settings): string {
  return `${settings.OTEL_SERVICE_NAME}-envoy`;
}

/** Resource of Envoy's log records (OpenTelemetry semantic conventions). */
export function resourceAttributes(settings: Settings): JsonObject[] {
  return Object.entries({
    'service.name': envoyServiceName(settings),
    'deployment.environment.name': settings.APP_ENV,
  }).map(([key, value]) => ({ key, value: { string_value: value } }));
}
