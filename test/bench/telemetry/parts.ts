import type { Part } from '@recipe-book/local';
import { asInProduction } from '../stack/production.ts';
import { type Reviver, withConfig } from '../stack/with-config.ts';

/** No span, no metric and no log record is made anywhere; the Collector waits for some in vain. */
export function withoutTelemetry(parts: readonly Part[]): Part[] {
  return asInProduction(parts).map((part) => {
    if (part.name === 'app')
      return { ...part, env: { ...part.env, OTEL_EXPORTER_OTLP_ENDPOINT: '' } };
    return part.name === 'envoy' ? withConfig(part, withoutReports) : part;
  });
}

const withoutReports: Reviver = (key, value) =>
  ['tracing', 'access_log', 'stats_sinks'].includes(key) ? undefined : value;
