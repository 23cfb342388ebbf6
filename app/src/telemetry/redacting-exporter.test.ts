import { SpanStatusCode } from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { redactor } from '../logging/redaction/redactor.ts';
import { redactingExporter } from './redacting-exporter.ts';

test('secrets leave in no part of a span, and the rest as it was', async () => {
  const secret = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJzM2NyZXQifQ.c2lnbmF0dXJl';
  const kept = new InMemorySpanExporter();
  const exporter = redactingExporter(kept, redactor({ LOG_REDACT_EMAILS: true }));
  const provider = new TracerProvider({
    spanProcessors: [new SimpleSpanProcessor({ exporter })],
  });
  const other = provider.getTracer('test').startSpan('other');
  const span = provider.getTracer('test').startSpan(`ask for ${secret}`, {
    attributes: { 'http.route': '/x', tries: 3, list: [secret, 'b'], 'db.password': 'short' },
    links: [{ context: other.spanContext(), attributes: { via: secret } }],
  });
  span.addEvent(`event ${secret}`, { cookie: 'short' });
  span.recordException(new Error(`broken ${secret}`));
  span.setStatus({ code: SpanStatusCode.ERROR, message: secret });
  span.end();
  await provider.forceFlush();
  const [sent] = kept.getFinishedSpans();
  expect(JSON.stringify({ ...sent, resource: undefined })).not.toMatch(/eyJ|short/);
  expect(sent).toMatchObject({
    name: 'ask for [redacted]',
    attributes: { 'http.route': '/x', tries: 3, list: ['[redacted]', 'b'] },
    status: { code: SpanStatusCode.ERROR, message: '[redacted]' },
  });
  expect(sent?.spanContext().spanId).toBe(span.spanContext().spanId);
  expect(sent?.events.map(({ name }) => name)).toEqual(['event [redacted]', 'exception']);
});
