import type { ReceivedSpan } from '../testing/otlp-schema.ts';
import { startTracedApp, type TracedApp } from '../testing/traced-app.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const envoySpan = '00f067aa0ba902b7';
const serverKind = 2;
const linkSecret = 'l1nk'.padEnd(43, 'x');

let traced: TracedApp;

beforeAll(async () => {
  traced = await startTracedApp({
    OTEL_RESOURCE_ATTRIBUTES: 'service.instance.id=pod-1',
    // The Collector's business; if the app heeded it, nothing would arrive here.
    OTEL_TRACES_SAMPLER: 'always_off',
  });
  await traced.send(
    'GET',
    '/api/recipes/6650f0c2a4b1d2e3f4a5b6c7?token=t0ps3cret&access_token=t0ps3cret',
    undefined,
    { 'x-request-id': 'request-1', traceparent: `00-${traceId}-${envoySpan}-01` },
  );
  await fetch(`${traced.app.url}/api/shared/${linkSecret}`);
  await traced.end();
}, 30_000);

afterAll(() => traced.stop());

function spansOfTrace(): ReceivedSpan[] {
  return traced.receiver.spans.filter((span) => span.traceId === traceId);
}

describe('one request', () => {
  test('continues the trace of Envoy in a span named after the route', () => {
    const server = spansOfTrace().find(({ kind }) => kind === serverKind);
    expect(server).toMatchObject({
      name: 'GET /api/recipes/:id',
      parentSpanId: envoySpan,
      attributes: { 'request.id': 'request-1', 'user.id': traced.userId },
      resource: {
        'service.name': 'recipe-book-api',
        'service.version': expect.stringMatching(/^\d+\.\d+\.\d+$/),
        'service.instance.id': 'pod-1',
        'deployment.environment.name': 'development',
      },
    });
  });

  test('has a span of the database below it, with the ids and without values of the query', () => {
    const found = spansOfTrace().find(({ name }) => name === 'find recipes');
    expect(found).toMatchObject({
      attributes: { 'request.id': 'request-1', 'user.id': traced.userId },
    });
    const query = String(found?.attributes['db.query.text']);
    expect(query).not.toContain(traced.userId);
    expect(query).toContain('"owner":"?"');
    const ids = spansOfTrace().map(({ spanId }) => spanId);
    expect(ids).toContain(found?.parentSpanId);
  });

  test('has no spans that say the same again', () => {
    expect(spansOfTrace().filter(({ scope }) => scope.endsWith('express'))).toEqual([]);
  });

  test('sends its log lines with the ids of the trace, as they stand on stdout', () => {
    const sent = traced.receiver.logs.find((log) => log.attributes['requestId'] === 'request-1');
    const written = traced.app.logLines().find(({ requestId }) => requestId === 'request-1');
    expect(sent).toMatchObject({
      traceId,
      severityText: 'http',
      body: { stringValue: written?.['message'] },
    });
    expect(written).toMatchObject({
      trace_id: traceId,
      span_id: sent?.spanId,
      userId: traced.userId,
    });
  });
});

test('what is secret in an address is in no span and no log', () => {
  const sent = JSON.stringify([traced.receiver.spans, traced.receiver.logs]);
  expect(sent).toContain('/api/shared/[secret]');
  expect(sent).not.toContain('t0ps3cret');
  expect(sent).not.toContain(linkSecret);
});

test('connections made in the background make no traces', () => {
  const roots = traced.receiver.spans.filter(({ parentSpanId }) => parentSpanId === '');
  expect(roots.map(({ name }) => name)).toEqual([
    'POST /api/auth/register',
    'GET /api/shared/:token',
  ]);
});

test('probes make no spans', () => {
  const names = traced.receiver.spans.map(
    ({ name, attributes }) => `${name} ${attributes['url.path']}`,
  );
  expect(names.filter((name) => /health|ping/i.test(name))).toEqual([]);
});
