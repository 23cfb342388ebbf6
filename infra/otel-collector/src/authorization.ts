import type { Settings } from '@recipe-book/settings';

/**
 * The backend's `Authorization` header, a secret: from OTEL_EXPORTER_OTLP_HEADERS, else HTTP Basic
 * for OpenObserve's user. `undefined` when no backend is set.
 */
export function backendAuthorization(settings: Settings): string | undefined {
  const headers = settings.OTEL_EXPORTER_OTLP_HEADERS ?? {};
  const given = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization');
  if (given) return given[1];
  const { OPENOBSERVE_USERNAME: user, OPENOBSERVE_PASSWORD: password } = settings;
  if (password === undefined) return undefined;
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
