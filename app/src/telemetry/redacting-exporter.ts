import type { Attributes } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import type { Redactor } from '../logging/redaction/redactor.ts';

/** Takes secrets out of spans on their way to an exporter: names, attributes, events, statuses. */
export function redactingExporter(exporter: SpanExporter, redact: Redactor): SpanExporter {
  return {
    export: (spans, done) =>
      exporter.export(
        spans.map((span) => redactedSpan(span, redact)),
        done,
      ),
    forceFlush: async () => exporter.forceFlush?.(),
    shutdown: () => exporter.shutdown(),
  };
}

function redactedSpan(span: ReadableSpan, redact: Redactor): ReadableSpan {
  // A copy of values is as good as they were: texts, numbers, booleans and lists of them.
  const attributes = (of: Attributes) => redact.fields(of) as Attributes;
  const { status } = span;
  const { traceState: _notOurs, ...context } = span.spanContext();
  return {
    name: redact.text(span.name),
    kind: span.kind,
    spanContext: () => context,
    ...(span.parentSpanContext && { parentSpanContext: span.parentSpanContext }),
    startTime: span.startTime,
    endTime: span.endTime,
    status: {
      ...status,
      ...(status.message !== undefined && { message: redact.text(status.message) }),
    },
    attributes: attributes(span.attributes),
    links: span.links.map((link) => ({
      ...link,
      ...(link.attributes && { attributes: attributes(link.attributes) }),
    })),
    events: span.events.map((event) => ({
      ...event,
      name: redact.text(event.name),
      ...(event.attributes && { attributes: attributes(event.attributes) }),
    })),
    duration: span.duration,
    ended: span.ended,
    resource: span.resource,
    instrumentationScope: span.instrumentationScope,
    droppedAttributesCount: span.droppedAttributesCount,
    droppedEventsCount: span.droppedEventsCount,
    droppedLinksCount: span.droppedLinksCount,
  };
}
