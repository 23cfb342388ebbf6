import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import { JsonLogsSerializer, JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { LogRecordExporter, ReadableLogRecord } from '@opentelemetry/sdk-logs';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import type { Sender } from './sender.ts';

/** Spans and log records as OTLP/JSON, by one sender. (OpenTelemetry's own exporters try again on their own.) */
export function exporters(sender: Sender): {
  readonly spans: SpanExporter;
  readonly logRecords: LogRecordExporter;
} {
  const exporter = <T>(
    signal: 'traces' | 'logs',
    serialize: (items: T[]) => Uint8Array | undefined,
  ) => ({
    async export(items: T[], done: (result: ExportResult) => void) {
      const body = serialize(items);
      const sent = body !== undefined && (await sender.send(signal, new Uint8Array(body)));
      done({ code: sent ? ExportResultCode.SUCCESS : ExportResultCode.FAILED });
    },
    async forceFlush() {},
    async shutdown() {},
  });
  return {
    spans: exporter<ReadableSpan>('traces', (spans) => JsonTraceSerializer.serializeRequest(spans)),
    logRecords: exporter<ReadableLogRecord>('logs', (records) =>
      JsonLogsSerializer.serializeRequest(records),
    ),
  };
}
