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
const metrics = z.object({
  resourceMetrics: z.array(
    z.object({
      scopeMetrics: z.array(z.object({ scope, metrics: z.array(z.object({ name: z.string() })) })),
    }),
  ),
});

export type ReceivedSpan = z.output<typeof span> & {
  readonly scope: string;
  readonly resource: Record<string, unknown>;
};
export type ReceivedLog = z.output<typeof logRecord>;

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

/** Names of the metrics. */
export function decodeMetrics(bytes: Buffer): string[] {
  return metrics
    .parse(decode('Metrics', bytes))
    .resourceMetrics.flatMap(({ scopeMetrics }) =>
      scopeMetrics.flatMap(({ metrics }) => metrics.map(({ name }) => name)),
    );
}

function decode(type: string, bytes: Buffer): unknown {
  const message = root.lookupType(type);
  return message.toObject(message.decode(bytes), { bytes: String, longs: Number });
}
