import type { Settings } from '@recipe-book/settings';

/** `service.name` of Envoy's own telemetry. */
export function envoyServiceName(settings: Settings): string {
  return `${settings.OTEL_SERVICE_NAME}-envoy`;
}

/** Resource of Envoy's log records and metrics (OpenTelemetry semantic conventions). */
export function resourceAttributes(settings: Settings): Record<string, string> {
  return {
    'service.name': envoyServiceName(settings),
    'deployment.environment.name': settings.APP_ENV,
  };
}
