/** The parts of OTLP/JSON that the Collector's files hold and the viewers read (opentelemetry-proto). */
interface AnyValue {
  stringValue?: string;
  intValue?: string | number;
  doubleValue?: number;
  boolValue?: boolean;
}
export interface KeyValue {
  key: string;
  value: AnyValue;
}
interface Resource {
  attributes?: KeyValue[];
}

export interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  /** 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes?: KeyValue[];
  status?: { code?: number; message?: string };
}

export interface LogRecord {
  timeUnixNano?: string;
  observedTimeUnixNano?: string;
  severityText?: string;
  body?: AnyValue;
  attributes?: KeyValue[];
  traceId?: string;
  spanId?: string;
}

/** One value of a counter or a gauge; 64-bit integers are text in JSON. */
interface NumberPoint {
  attributes?: KeyValue[];
  startTimeUnixNano?: string;
  timeUnixNano: string;
  asInt?: string | number;
  asDouble?: number;
}
interface HistogramPoint {
  attributes?: KeyValue[];
}
export interface Metric {
  name: string;
  sum?: { dataPoints?: NumberPoint[]; aggregationTemporality?: number };
  gauge?: { dataPoints?: NumberPoint[] };
  histogram?: { dataPoints?: HistogramPoint[] };
}

export interface MetricsMessage {
  resourceMetrics?: { resource?: Resource; scopeMetrics?: { metrics?: Metric[] }[] }[];
}
export interface TracesMessage {
  resourceSpans?: { resource?: Resource; scopeSpans?: { spans?: Span[] }[] }[];
}
export interface LogsMessage {
  resourceLogs?: { resource?: Resource; scopeLogs?: { logRecords?: LogRecord[] }[] }[];
}

export type Attributes = Record<string, string | number | boolean>;

/** Attributes as a plain object; arrays and maps are left out. */
export function attributesOf(list: KeyValue[] = []): Attributes {
  const attributes: Attributes = {};
  for (const { key, value } of list) {
    const plain = plainValue(value);
    if (plain !== undefined) attributes[key] = plain;
  }
  return attributes;
}

export function plainValue(value: AnyValue | undefined): string | number | boolean | undefined {
  if (value?.intValue !== undefined) return Number(value.intValue);
  return value?.stringValue ?? value?.doubleValue ?? value?.boolValue;
}

/** `service.name` of a resource. */
export function serviceOf(resource: Resource | undefined): string {
  return String(attributesOf(resource?.attributes)['service.name'] ?? 'unknown');
}
