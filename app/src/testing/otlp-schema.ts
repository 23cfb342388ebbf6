import { readFileSync } from 'node:fs';
import protobuf from 'protobufjs';
import { z } from 'zod';

const { root } = protobuf.parse(readFileSync(new URL('./otlp.proto', import.meta.url), 'utf8'));

const attributes = z
  .array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()).default({}) }))
  .default([])
  .transform((pairs) =>
    Object.fromEntries(pairs.map(({ key, value }) => [key, Object.values(value)[0]])),
  );
const resource = z.object({ attributes }).default({ attributes: {} });
const scope = z.object({ name: z.string().default('') }).default({ name: '' });
const id = z
  .string()
  .default('')
  .transform((base64) => Buffer.from(base64, 'base64').toString('hex'));

const span = z.object({
  traceId: id,
  spanId: id,
  parentSpanId: id,
  name: z.string(),
  kind: z.number().default(0),
  attributes,
  events: z.array(z.object({ name: z.string(), attributes })).default([]),
  status: z
    .object({ message: z.string().default(''), code: z.number().default(0) })
    .default({ message: '', code: 0 }),
});
const logRecord = z.object({
  severityText: z.string().default(''),
  body: z.object({ stringValue: z.string() }).optional(),
  attributes,
  traceId: id,
  spanId: id,
});

const traces = z.object({
  resourceSpans: z.array(
    z.object({ resource, scopeSpans: z.array(z.object({ scope, spans: z.array(span) })) }),
  ),
});
const logs = z.object({
  resourceLogs: z.array(
    z.object({ resource, scopeLogs: z.array(z.object({ scope, logRecords: z.array(logRecord) })) }),
  ),
});
const numberPoint = z
  .object({ attributes, asInt: z.number().optional(), asDouble: z.number().optional() })
  .transform((point) => ({
    attributes: point.attributes,
    value: point.asInt ?? point.asDouble ?? 0,
    bounds: [] as number[],
  }));
const histogramPoint = z
  .object({
    attributes,
    count: z.number().default(0),
    explicitBounds: z.array(z.number()).default([]),
  })
  .transform((point) => ({
    attributes: point.attributes,
    value: point.count,
    bounds: point.explicitBounds,
  }));
const metric = z
  .object({
    name: z.string(),
    unit: z.string().default(''),
    sum: z.object({ dataPoints: z.array(numberPoint).default([]) }).optional(),
    histogram: z.object({ dataPoints: z.array(histogramPoint).default([]) }).optional(),
  })
  .transform(({ name, unit, sum, histogram }) => ({
    name,
    unit,
    points: [...(sum?.dataPoints ?? []), ...(histogram?.dataPoints ?? [])],
  }));
const metrics = z.object({
  resourceMetrics: z.array(
    z.object({ scopeMetrics: z.array(z.object({ scope, metrics: z.array(metric) })) }),
  ),
});

export type ReceivedSpan = z.output<typeof span> & {
  readonly scope: string;
  readonly resource: Record<string, unknown>;
};
export type ReceivedLog = z.output<typeof logRecord>;
/** The value of a point is the sum so far, or how many a histogram has counted. */
export type ReceivedMetric = z.output<typeof metric> & { readonly scope: string };

export function decodeTraces(bytes: Buffer): ReceivedSpan[] {
  return traces
    .parse(decode('Traces', bytes))
    .resourceSpans.flatMap(({ resource, scopeSpans }) =>
      scopeSpans.flatMap(({ scope, spans }) =>
        spans.map((each) => ({ ...each, scope: scope.name, resource: resource.attributes })),
      ),
    );
}

export function decodeLogs(bytes: Buffer): ReceivedLog[] {
  return logs
    .parse(decode('Logs', bytes))
    .resourceLogs.flatMap(({ scopeLogs }) => scopeLogs.flatMap(({ logRecords }) => logRecords));
}

export function decodeMetrics(bytes: Buffer): ReceivedMetric[] {
  return metrics
    .parse(decode('Metrics', bytes))
    .resourceMetrics.flatMap(({ scopeMetrics }) =>
      scopeMetrics.flatMap(({ scope, metrics }) =>
        metrics.map((each) => ({ ...each, scope: scope.name })),
      ),
    );
}

function decode(type: string, bytes: Buffer): unknown {
  const message = root.lookupType(type);
  return message.toObject(message.decode(bytes), { bytes: String, longs: Number });
}
