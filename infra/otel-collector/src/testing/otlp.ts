import { randomBytes } from 'node:crypto';
import { webScope, webService } from '../web/schema.ts';

/** The parts of OTLP/JSON that tests send and look at (opentelemetry-proto). */
interface KeyValue {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: string };
}
interface Resource {
  readonly attributes?: readonly KeyValue[];
}
export interface Span {
  readonly traceId: string;
  readonly name: string;
  readonly attributes?: readonly KeyValue[];
}
export interface LogRecord {
  readonly body?: { readonly stringValue?: string };
  readonly severityText?: string;
}
interface NumberPoint {
  readonly asInt?: string;
  readonly asDouble?: number;
  readonly attributes?: readonly KeyValue[];
}
export interface Metric {
  readonly name: string;
  readonly sum?: {
    readonly dataPoints: readonly NumberPoint[];
    /** 1 delta, 2 cumulative. */
    readonly aggregationTemporality?: number;
    readonly isMonotonic?: boolean;
  };
  readonly gauge?: { readonly dataPoints: readonly NumberPoint[] };
}
export interface OtlpMessage {
  readonly resourceSpans?: readonly {
    readonly resource?: Resource;
    readonly scopeSpans?: readonly { readonly spans?: readonly Span[] }[];
  }[];
  readonly resourceLogs?: readonly {
    readonly resource?: Resource;
    readonly scopeLogs?: readonly { readonly logRecords?: readonly LogRecord[] }[];
  }[];
  readonly resourceMetrics?: readonly {
    readonly resource?: Resource;
    readonly scopeMetrics?: readonly { readonly metrics?: readonly Metric[] }[];
  }[];
}

/** With the attributes of the resource that it came with. */
export type Received<T> = T & { readonly resource: Readonly<Record<string, string>> };

export function spansOf(message: OtlpMessage): Received<Span>[] {
  return (message.resourceSpans ?? []).flatMap(({ resource, scopeSpans = [] }) =>
    scopeSpans
      .flatMap(({ spans = [] }) => spans)
      .map((span) => ({ ...span, resource: textOf(resource?.attributes) })),
  );
}

export function logsOf(message: OtlpMessage): Received<LogRecord>[] {
  return (message.resourceLogs ?? []).flatMap(({ resource, scopeLogs = [] }) =>
    scopeLogs
      .flatMap(({ logRecords = [] }) => logRecords)
      .map((record) => ({ ...record, resource: textOf(resource?.attributes) })),
  );
}

export function metricsOf(message: OtlpMessage): Received<Metric>[] {
  return (message.resourceMetrics ?? []).flatMap(({ resource, scopeMetrics = [] }) =>
    scopeMetrics
      .flatMap(({ metrics = [] }) => metrics)
      .map((metric) => ({ ...metric, resource: textOf(resource?.attributes) })),
  );
}

/** The attributes that are text. */
export function textOf(attributes: readonly KeyValue[] = []): Record<string, string> {
  return Object.fromEntries(
    attributes.flatMap(({ key, value }) =>
      value.stringValue === undefined ? [] : [[key, value.stringValue]],
    ),
  );
}

function attributesOf(values: Readonly<Record<string, string>>): KeyValue[] {
  return Object.entries(values).map(([key, stringValue]) => ({ key, value: { stringValue } }));
}

/** What a test says of a span. */
export interface SpanSample {
  readonly traceId?: string;
  readonly name?: string;
  /** Default 5. */
  readonly milliseconds?: number;
  readonly failed?: boolean;
  readonly attributes?: Readonly<Record<string, string>>;
}

export function newTraceId(): string {
  return randomBytes(16).toString('hex');
}

/** Spans of one service, each the root of its trace. */
export function spansMessage(samples: readonly SpanSample[], service = 'recipe-book-api'): object {
  const spans = spansFrom(samples, 'GET /', 2);
  return { resourceSpans: [{ resource: resourceOf(service), scopeSpans: [{ spans }] }] };
}

/** The same as a browser would send them. */
export function browserSpansMessage(samples: readonly SpanSample[]): object {
  const spans = spansFrom(samples, 'click', 1);
  const scopeSpans = [{ scope: { name: webScope }, spans }];
  return { resourceSpans: [{ resource: resourceOf(webService), scopeSpans }] };
}

function spansFrom(samples: readonly SpanSample[], name: string, kind: number): object[] {
  const end = Date.now();
  return samples.map((sample) => ({
    traceId: sample.traceId ?? newTraceId(),
    spanId: randomBytes(8).toString('hex'),
    name: sample.name ?? name,
    kind,
    startTimeUnixNano: nanoseconds(end - (sample.milliseconds ?? 5)),
    endTimeUnixNano: nanoseconds(end),
    attributes: attributesOf(sample.attributes ?? {}),
    status: { code: sample.failed ? 2 : 0 },
  }));
}

/** Log records with these bodies. @param attributes of the resource, besides the service's name. */
export function logsMessage(
  bodies: readonly string[],
  service = 'recipe-book-api',
  attributes: Readonly<Record<string, string>> = {},
): object {
  const logRecords = bodies.map((stringValue) => ({
    timeUnixNano: nanoseconds(Date.now()),
    severityText: 'info',
    body: { stringValue },
  }));
  return {
    resourceLogs: [{ resource: resourceOf(service, attributes), scopeLogs: [{ logRecords }] }],
  };
}

/** Counters with these names. */
export function metricsMessage(names: readonly string[], service = 'recipe-book-api'): object {
  const metrics = names.map((name) => ({
    name,
    sum: {
      aggregationTemporality: 2,
      isMonotonic: true,
      dataPoints: [{ timeUnixNano: nanoseconds(Date.now()), asInt: '1' }],
    },
  }));
  return { resourceMetrics: [{ resource: resourceOf(service), scopeMetrics: [{ metrics }] }] };
}

function resourceOf(service: string, more: Readonly<Record<string, string>> = {}): Resource {
  return { attributes: attributesOf({ 'service.name': service, ...more }) };
}

function nanoseconds(milliseconds: number): string {
  return `${milliseconds}000000`;
}
