import type { Settings } from '@recipe-book/settings';

/**
 * The backend's `Authorization` header, a secret: from OTEL_EXPORTER_OTLP_HEADERS, else HTTP Basic
 * for OpenObserve's user, which goes to OpenObserve alone. `undefined` when there is none to send.
 */
export function backendAuthorization(settings: Settings): string | undefined {
  const [given] = Object.values(settings.OTEL_EXPORTER_OTLP_HEADERS ?? {});
  if (given !== undefined) return given;
  if (settings.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined) return undefined;
  const { OPENOBSERVE_USERNAME: user, OPENOBSERVE_PASSWORD: password } = settings;
  if (settings.OPENOBSERVE_URL === undefined || password === undefined) return undefined;
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
