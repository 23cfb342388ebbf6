import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileName, type Signal } from '@recipe-book/otel-collector';
import {
  type Attributes,
  attributesOf,
  type LogsMessage,
  type MetricsMessage,
  plainValue,
  type Span,
  serviceOf,
  type TracesMessage,
} from './otlp.ts';

/** A log record with what its surroundings say of it. */
export interface LogEntry {
  service: string;
  /** Milliseconds since 1970. */
  time: number;
  level: string;
  message: string;
  attributes: Attributes;
  traceId: string;
  spanId: string;
}

/** A span and the service that made it. */
export interface SpanEntry extends Span {
  service: string;
}

/** One value of a counter or a gauge. */
export interface PointEntry {
  /** Attributes of the resource: whose it is. */
  resource: Attributes;
  metric: string;
  attributes: Attributes;
  /** Milliseconds since 1970. */
  time: number;
  value: number;
}

/** What the values of one metric that have the same attributes are called together. */
export interface SeriesEntry {
  /** Attributes of the resource: whose it is. */
  resource: Attributes;
  metric: string;
  type: 'sum' | 'gauge' | 'histogram';
  attributes: Attributes;
}

/** All log records that the Collectors of a stack have written, oldest first. */
export function readLogs(telemetryDir: string): LogEntry[] {
  const entries: LogEntry[] = [];
  for (const message of readMessages<LogsMessage>(telemetryDir, 'logs')) {
    for (const { resource, scopeLogs = [] } of message.resourceLogs ?? []) {
      for (const record of scopeLogs.flatMap((scope) => scope.logRecords ?? [])) {
        const attributes = attributesOf(record.attributes);
        const nanos = Number(record.timeUnixNano) || Number(record.observedTimeUnixNano);
        entries.push({
          service: serviceOf(resource),
          time: nanos / 1e6,
          level: String(record.severityText ?? attributes['level'] ?? 'info'),
          message: String(plainValue(record.body) ?? ''),
          attributes,
          traceId: record.traceId ?? '',
          spanId: record.spanId ?? '',
        });
      }
    }
  }
  return entries.sort((a, b) => a.time - b.time);
}

/** All spans that the Collectors of a stack have written. */
export function readSpans(telemetryDir: string): SpanEntry[] {
  const spans: SpanEntry[] = [];
  for (const message of readMessages<TracesMessage>(telemetryDir, 'traces')) {
    for (const { resource, scopeSpans = [] } of message.resourceSpans ?? []) {
      const service = serviceOf(resource);
      for (const span of scopeSpans.flatMap((scope) => scope.spans ?? [])) {
        spans.push({ ...span, service });
      }
    }
  }
  return spans;
}

/** All values of counters and gauges that the Collectors of a stack have written, oldest first. */
export function readPoints(telemetryDir: string): PointEntry[] {
  const points: PointEntry[] = [];
  for (const message of readMessages<MetricsMessage>(telemetryDir, 'metrics')) {
    for (const { resource, scopeMetrics = [] } of message.resourceMetrics ?? []) {
      const whose = attributesOf(resource?.attributes);
      for (const { name, sum, gauge } of scopeMetrics.flatMap((scope) => scope.metrics ?? [])) {
        for (const point of (sum ?? gauge)?.dataPoints ?? []) {
          points.push({
            resource: whose,
            metric: name,
            attributes: attributesOf(point.attributes),
            time: Number(point.timeUnixNano) / 1e6,
            value: Number(point.asInt ?? point.asDouble),
          });
        }
      }
    }
  }
  return points.sort((a, b) => a.time - b.time);
}

/** All series of metrics that the Collectors of a stack have written, each once. */
export function readSeries(telemetryDir: string): SeriesEntry[] {
  const series = new Map<string, SeriesEntry>();
  for (const message of readMessages<MetricsMessage>(telemetryDir, 'metrics')) {
    for (const { resource, scopeMetrics = [] } of message.resourceMetrics ?? []) {
      const whose = attributesOf(resource?.attributes);
      for (const metric of scopeMetrics.flatMap((scope) => scope.metrics ?? [])) {
        const type = metric.sum ? 'sum' : metric.gauge ? 'gauge' : 'histogram';
        for (const point of metric[type]?.dataPoints ?? []) {
          const attributes = attributesOf(point.attributes);
          const entry = { resource: whose, metric: metric.name, type, attributes } as const;
          series.set(keyOf(entry), entry);
        }
      }
    }
  }
  return [...series.values()];
}

function keyOf({ resource, metric, attributes }: SeriesEntry): string {
  const sorted = (all: Attributes) => Object.entries(all).toSorted();
  return JSON.stringify([metric, sorted(resource), sorted(attributes)]);
}

/** One message a line; the last line may still be in the making and is then left for later. */
function* readMessages<T>(telemetryDir: string, signal: Signal): Generator<T> {
  for (const instance of existsSync(telemetryDir) ? readdirSync(telemetryDir) : []) {
    const path = join(telemetryDir, instance, fileName(signal));
    if (!existsSync(path)) continue;
    const lines = readFileSync(path, 'utf8').split('\n');
    for (const line of lines.slice(0, -1)) yield JSON.parse(line) as T;
  }
}
