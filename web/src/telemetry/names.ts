/**
 * Every name in what browsers send. The Collector lets nothing else through
 * (infra/otel-collector/src/web/schema.ts); a test keeps the two alike.
 */

/** `service.name` of the browser. */
export const serviceName = 'recipe-book-web';

/** Scope of all spans and log records. */
export const scopeName = 'recipe-book-web';

/** Names of spans, but for those of requests, which are method and path template. */
export const spanNames = {
  pageLoad: 'page-load',
  documentFetch: 'document-fetch',
  click: 'click',
  routeChange: 'route-change',
  render: 'render',
  flow: 'flow',
  webVital: 'web-vital',
} as const;

/** Attributes of spans and log records; those that OpenTelemetry defines have its names. */
export const attributes = {
  userId: 'user.id',
  requestId: 'request.id',
  method: 'http.request.method',
  status: 'http.response.status_code',
  urlTemplate: 'url.template',
  errorType: 'error.type',
  route: 'web.route',
  flow: 'web.flow',
  flowOutcome: 'web.flow.outcome',
  page: 'web.page',
  element: 'web.element',
  navigationType: 'web.navigation.type',
  vitalName: 'web_vital.name',
  vitalValue: 'web_vital.value',
  vitalRating: 'web_vital.rating',
  vitalId: 'web_vital.id',
  eventName: 'event.name',
  errorSource: 'web.error.source',
  exceptionType: 'exception.type',
  exceptionMessage: 'exception.message',
  exceptionStack: 'exception.stacktrace',
} as const;
