import {
  BrowserClient,
  defaultStackParser,
  linkedErrorsIntegration,
  makeFetchTransport,
} from '@sentry/browser';
import { session } from '../auth/session.ts';
import { withDebugIds } from './debug-ids.ts';

/** A page that fails again and again tells nothing new. */
const mostOfOnePage = 10;

interface Running {
  readonly release: string;
  readonly environment: string;
}

/**
 * Makes Sentry's SDK a client of its own that listens to nothing and collects nothing. Reports go to the app, which
 * passes on what may leave; it alone knows the project, so the DSN here only has the form of one.
 * This module and what it imports are a chunk of their own.
 */
export function sentryReport({ release, environment }: Running): (error: unknown) => void {
  const client = new BrowserClient({
    dsn: 'https://browser@recipe-book.invalid/1',
    tunnel: '/error-reports',
    release,
    environment,
    transport: (options) => makeFetchTransport(options, asUser),
    stackParser: defaultStackParser,
    integrations: [linkedErrorsIntegration()],
    sendClientReports: false,
    beforeSend: withDebugIds,
  });
  client.init();
  let reported = 0;
  return (error) => {
    reported += 1;
    if (reported > mostOfOnePage) return;
    const mechanism = { type: 'generic', handled: false };
    client.captureException(error, { originalException: error, mechanism });
  };
}

/** The app reads from the token whose error it is. */
function asUser(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const { token } = session.getSnapshot();
  const headers = new Headers(init.headers);
  if (token) headers.set('authorization', `Bearer ${token}`);
  return fetch(url, { ...init, headers });
}
