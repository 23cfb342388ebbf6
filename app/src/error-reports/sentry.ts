import { trace } from '@opentelemetry/api';
import { createStackParser, linkedErrorsIntegration, Scope } from '@sentry/core';
import { nodeStackLineParser, ServerRuntimeClient } from '@sentry/core/server';
import { currentRequest } from '../http/context.ts';
import type { Logger } from '../logging/logger.ts';
import { version } from '../version.ts';
import { fromBrowsers } from './from-browsers.ts';
import { PerMinute } from './per-minute.ts';
import type { ErrorReports } from './reports.ts';
import { serverEvent } from './safe-event.ts';
import { reportTransport } from './transport.ts';

/** Most errors of this server that are reported in a minute; all of them are in the log. */
const maxPerMinute = 30;

/** How long sending the last ones may take, milliseconds; less than a crash waits for. */
const closeTimeout = 1500;

interface SentryOptions {
  /** SENTRY_DSN */
  readonly dsn: string;
  /** SENTRY_ENVIRONMENT */
  readonly environment: string;
  readonly logger: Logger;
}

/**
 * Reports to Sentry by a client of its own. Unlike `init` of Sentry's SDK for Node, that patches nothing, listens to
 * nothing and knows nothing of OpenTelemetry, which the app has set up itself.
 */
export function sentryReports({ dsn, environment, logger }: SentryOptions): ErrorReports {
  const warn = (reason: string) => logger.warn({ reason }, 'an error was not reported to Sentry');
  const client = new ServerRuntimeClient({
    dsn,
    release: version,
    environment,
    platform: 'node',
    runtime: { name: 'node', version: process.version },
    integrations: [linkedErrorsIntegration()],
    stackParser: createStackParser(nodeStackLineParser()),
    transport: reportTransport(warn),
    sendClientReports: false,
    // Else a user seems to have the address that a report comes from.
    _metadata: { sdk: { name: 'recipe-book', version, settings: { infer_ip: 'never' } } },
    beforeSend(event) {
      // As JSON, because that leaves out what is undefined.
      const safe = serverEvent.safeParse(JSON.parse(JSON.stringify(event)));
      if (safe.success) return { type: undefined, ...safe.data };
      warn('it does not look like a report');
      return null;
    },
  });
  client.init();
  const bound = new PerMinute(maxPerMinute);
  return {
    report(error) {
      if (!bound.take()) return;
      try {
        const mechanism = { type: 'generic', handled: false };
        client.captureException(error, { originalException: error, mechanism }, scopeNow());
      } catch (failure) {
        // An error can be so odd that reading it fails.
        warn(failure instanceof Error ? failure.name : 'it cannot be read');
      }
    },
    fromBrowsers: fromBrowsers(client),
    async close() {
      await client.close(closeTimeout);
    },
  };
}

/** Whose request it is, and by which ids it is found in logs and traces. */
function scopeNow(): Scope {
  const request = currentRequest();
  const span = trace.getActiveSpan()?.spanContext();
  const scope = new Scope();
  if (request?.userId !== undefined) scope.setUser({ id: request.userId });
  if (request) scope.setTag('request.id', request.requestId);
  if (span) scope.setTag('trace.id', span.traceId);
  return scope;
}
