/**
 * What browsers may send (web/src/telemetry/names.ts). Anybody can send anything to a public address, so
 * nothing else is let through: no other service, no other names, no values of another form.
 */

/** `service.name` of the browser, whatever it says itself. */
export const webService = 'recipe-book-web';

/** Scope of all that it sends. */
export const webScope = 'recipe-book-web';

/** `event.name` of the only log record that there is. */
export const webEvent = 'exception';

/** A segment of a path template, such as `recipes` or `:id`. */
const segment = '/[a-z.:*-]{0,31}';

/** Names of spans (RE2): what it does by itself, and its requests. */
export const webSpanName = `(page-load|document-fetch|click|route-change|render|flow|web-vital|(GET|HEAD|POST|PUT|PATCH|DELETE) (${segment}){1,8})`;

/** The least and the most. */
type Range = readonly [number, number];

/** A text that fits an expression (RE2) as a whole, a text of which so many bytes are taken, or a number. */
export type ValueForm =
  | { readonly fits: string }
  | { readonly longest: number }
  | { readonly integer: Range }
  | { readonly double: Range };

export const webResourceAttributes: Readonly<Record<string, ValueForm>> = {
  'service.version': { fits: '[0-9A-Za-z.+-]{1,40}' },
  'telemetry.sdk.name': { fits: 'opentelemetry' },
  'telemetry.sdk.language': { fits: 'webjs' },
};

/** On spans and log records alike. */
const webPageAttributes: Readonly<Record<string, ValueForm>> = {
  'user.id': { fits: '[0-9a-f]{24}' },
  'web.route': { fits: `(${segment}){1,8}` },
  'web.flow': { fits: '[a-z-]{1,30}' },
};

export const webSpanAttributes: Readonly<Record<string, ValueForm>> = {
  ...webPageAttributes,
  'request.id': { fits: '[A-Za-z0-9._~:+/=-]{8,128}' },
  'http.request.method': { fits: '[A-Z]{3,7}' },
  'http.response.status_code': { integer: [100, 599] },
  'url.template': { fits: `(${segment}){1,8}` },
  'error.type': { fits: '[A-Za-z0-9_.]{1,60}' },
  'web.flow.outcome': { fits: 'done|abandoned' },
  'web.page': { fits: '[A-Za-z]{1,40}' },
  'web.element': { fits: '[a-z]{1,20}' },
  'web.navigation.type': { fits: '[a-z_-]{1,30}' },
  'web_vital.name': { fits: 'FCP|LCP|INP|CLS|TTFB' },
  // Milliseconds, but for a layout shift.
  'web_vital.value': { double: [0, 3_600_000] },
  'web_vital.rating': { fits: 'good|needs-improvement|poor' },
  'web_vital.id': { fits: '[A-Za-z0-9_-]{1,60}' },
};

export const webLogAttributes: Readonly<Record<string, ValueForm>> = {
  ...webPageAttributes,
  'event.name': { fits: webEvent },
  'web.error.source': { fits: 'window|promise|react' },
  'exception.type': { fits: '[A-Za-z0-9_.$]{1,60}' },
  'exception.message': { longest: 500 },
  'exception.stacktrace': { longest: 4000 },
};
