import type { Settings } from '@recipe-book/settings';
import type { RequestHandler } from 'express';
import { version } from '../version.ts';

/** What the front end is told when it starts: nothing of it is secret, everybody can read it. */
interface WebSettings {
  /** The release, as in package.json. */
  readonly version: string;
  /** APP_ENV. */
  readonly environment: Settings['APP_ENV'];
  /** Whether the browser sends telemetry to `/otlp`. Without a Collector nobody would take it. */
  readonly telemetry: boolean;
  /** Whether, and as which environment, errors are reported to Sentry. They go by way of the app, which alone knows the DSN. */
  readonly sentry?: { readonly environment: string };
}

/** `/web-settings.json`: one build of the front end serves every environment. */
export function webSettings(settings: Settings): RequestHandler {
  const body: WebSettings = {
    version,
    environment: settings.APP_ENV,
    telemetry: settings.WEB_TELEMETRY && settings.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined,
    ...(settings.SENTRY_ENABLED && { sentry: { environment: settings.SENTRY_ENVIRONMENT } }),
  };
  return (_request, response) => {
    response.set('Cache-Control', 'no-store').json(body);
  };
}
