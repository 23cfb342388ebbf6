/**
 * Starts telemetry before anything else is loaded: `node --import ./src/telemetry/register.ts ...`.
 * Without OTEL_EXPORTER_OTLP_ENDPOINT nothing of OpenTelemetry is loaded but its no-op API.
 */
import { readSettings } from '../settings.ts';

const settings = readSettings(process.env);
if (settings.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined) {
  const { startTelemetry } = await import('./sdk.ts');
  startTelemetry(settings, settings.OTEL_EXPORTER_OTLP_ENDPOINT);
}
