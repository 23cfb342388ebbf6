import { columnOf } from '../names.ts';

/** Attributes of the app and of Envoy themselves (OTEL_RESOURCE_ATTRIBUTES adds those of the pod). */
export const resourceAttributes = [
  'service.name',
  'service.version',
  'service.instance.id',
  'deployment.environment.name',
  'host.name',
  'k8s.pod.name',
  'k8s.namespace.name',
  'k8s.node.name',
] as const;

/** Attributes of log records: of the app's lines and of Envoy's access log. */
const logAttributes = [
  'requestId',
  'userId',
  'ip',
  'method',
  'path',
  'statusCode',
  'duration',
  'event.name',
  'collection',
  'command',
  'level',
  'responseFlags',
  'rateLimitPolicy',
  'rateLimitOutcome',
  'rateLimitWouldRefuse',
  'exception.type',
  'exception.message',
] as const;

/** Attributes of spans, those of the app and of browsers alone. */
const spanAttributes = [
  'request.id',
  'user.id',
  'http.request.method',
  'http.response.status_code',
  'http.route',
  'url.path',
  'db.collection.name',
  'db.operation.name',
  'web_vital.name',
  'web_vital.value',
  'web_vital.rating',
] as const;

/** Columns of the stream of logs. Numbers come from the app and text from Envoy, so all are text. */
export const logColumns: readonly string[] = [
  'body',
  'severity',
  'trace_id',
  'span_id',
  ...resourceAttributes.map(columnOf),
  ...logAttributes.map(columnOf),
];

/** Columns of the stream of traces; what is a number there is made by OpenObserve. */
export const traceColumns: readonly string[] = [
  'trace_id',
  'span_id',
  'operation_name',
  'service_name',
  'span_kind',
  'span_status',
  'status_message',
  ...resourceAttributes.slice(1).map((name) => `service_${columnOf(name)}`),
  ...spanAttributes.map(columnOf),
];

/** Columns of every metric. */
export const metricColumns: readonly string[] = resourceAttributes.map(columnOf);

/** What OpenObserve itself adds to spans, with other types than text. */
export const traceNumbers: readonly string[] = [
  'start_time',
  'end_time',
  'duration',
  'status_code',
];
