import { reportError as reportToSentry } from '../error-reports/report-error.ts';

/** What people do in several steps. Those that have no page yet have their name already. */
export type Flow =
  | 'sign-in'
  | 'register'
  | 'add-recipe'
  | 'import-recipe'
  | 'cook'
  | 'plan-week'
  | 'shop';

/** Who noticed an error. */
export type ErrorSource = 'window' | 'promise' | 'react';

/** What the app tells telemetry; `at` is milliseconds since 1970. */
export type Signal = { readonly at: number } & (
  | { readonly kind: 'error'; readonly error: unknown; readonly source: ErrorSource }
  | { readonly kind: 'route'; readonly pattern: string }
  | { readonly kind: 'render'; readonly page: string; readonly duration: number }
  | { readonly kind: 'flow-start'; readonly flow: Flow }
  | { readonly kind: 'flow-end'; readonly flow: Flow; readonly outcome: 'done' | 'abandoned' }
);

/** Telemetry comes late or never: so much is kept for it, and no more. */
const mostKept = 50;

const kept: Signal[] = [];
let take: ((signal: Signal) => void) | undefined;

/** Gives all signals, also those so far, to telemetry, now that it is there. */
export function takeSignals(taker: (signal: Signal) => void): void {
  take = taker;
  for (const signal of kept.splice(0)) taker(signal);
}

/** Nobody will take them. */
export function dropSignals(): void {
  takeSignals(() => undefined);
}

function send(signal: Signal): void {
  if (take) take(signal);
  else if (kept.length < mostKept) kept.push(signal);
}

/** Tells of an error that nobody expected: telemetry, and Sentry where that is on. */
export function reportError(error: unknown, source: ErrorSource): void {
  reportToSentry(error);
  send({ kind: 'error', at: Date.now(), error, source });
}

/** Tells which page is shown. @param pattern of its route, such as `/recipes/:id`: never the path itself. */
export function reportRoute(pattern: string): void {
  send({ kind: 'route', at: Date.now(), pattern });
}

/** Tells how long a page took to render. @param duration ms. */
export function reportRender(page: string, duration: number): void {
  send({ kind: 'render', at: Date.now(), page, duration });
}

/** Somebody sets out to do something; what is sent meanwhile carries its name. */
export function startFlow(flow: Flow): void {
  send({ kind: 'flow-start', at: Date.now(), flow });
}

/** They are there, or have left. Does nothing when the flow has ended already. */
export function endFlow(flow: Flow, outcome: 'done' | 'abandoned'): void {
  send({ kind: 'flow-end', at: Date.now(), flow, outcome });
}
