import type { Settings } from '@recipe-book/settings';
import { extension, type JsonObject } from '../json.ts';
import { version } from '../version.ts';

/** `service.name` of Envoy's own telemetry. */
export function envoyServiceName(settings: Settings): string {
  return `${settings.OTEL_SERVICE_NAME}-envoy`;
}

/** Resource of Envoy's log records, metrics and spans (OpenTelemetry semantic conventions). */
export function resourceAttributes(settings: Settings): Record<string, string> {
  return {
    'service.name': envoyServiceName(settings),
    'service.version': version,
    'deployment.environment.name': settings.APP_ENV,
  };
}

const detectors = 'envoy.tracers.opentelemetry.resource_detectors';

/**
 * That resource for metrics and spans. What tells one Envoy from the others comes from its own
 * environment, OTEL_RESOURCE_ATTRIBUTES (OpenTelemetry specification, resource).
 */
export function resourceDetectors(settings: Settings): JsonObject[] {
  return [
    extension(
      `${detectors}.static_config`,
      'envoy.extensions.tracers.opentelemetry.resource_detectors.v3.StaticConfigResourceDetectorConfig',
      { attributes: resourceAttributes(settings) },
    ),
    extension(
      `${detectors}.environment`,
      'envoy.extensions.tracers.opentelemetry.resource_detectors.v3.EnvironmentResourceDetectorConfig',
    ),
  ];
}
