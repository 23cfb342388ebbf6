import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import { JsonLogsSerializer, JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { LogRecordExporter, ReadableLogRecord } from '@opentelemetry/sdk-logs';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import { largest, type Sender } from './sender.ts';

/**
 * Spans and log records as OTLP/JSON, by one sender, in as many requests as their size asks for: a page that is left
 * hands over all it has at once, and a few errors with long stacks are more than one request may have. (OpenTelemetry's own exporters try again on their own.)
 */
export function exporters(sender: Sender): {
  readonly spans: SpanExporter;
  readonly logRecords: LogRecordExporter;
} {
  const exporter = <T>(
    signal: 'traces' | 'logs',
    serialize: (items: T[]) => Uint8Array | undefined,
  ) => {
    const send = async (items: T[]): Promise<boolean> => {
      const body = serialize(items);
      if (body === undefined) return false;
      if (body.byteLength <= largest || items.length < 2) {
        return sender.send(signal, new Uint8Array(body));
      }
      const half = Math.ceil(items.length / 2);
      const sent = await Promise.all([send(items.slice(0, half)), send(items.slice(half))]);
      return sent.every(Boolean);
    };
    return {
      async export(items: T[], done: (result: ExportResult) => void) {
        const sent = await send(items);
        done({ code: sent ? ExportResultCode.SUCCESS : ExportResultCode.FAILED });
      },
      async forceFlush() {},
      async shutdown() {},
    };
  };
  return {
    spans: exporter<ReadableSpan>('traces', (spans) => JsonTraceSerializer.serializeRequest(spans)),
    logRecords: exporter<ReadableLogRecord>('logs', (records) =>
      JsonLogsSerializer.serializeRequest(records),
    ),
  };
}
