import { fileURLToPath } from 'node:url';
import { Program } from '@recipe-book/test/program';
import { z } from 'zod';
import { asEnvoyPassesOn } from '../testing/app.ts';
import { type AppProcess, eventually, startAppProcess } from '../testing/app-process.ts';
import { startDatabase, type TestDatabase } from '../testing/database.ts';
import { type OtlpReceiver, startOtlpReceiver } from '../testing/otlp-receiver.ts';
import type { ReceivedSpan } from '../testing/otlp-schema.ts';
import { startRedis, type TestRedis } from '../testing/redis.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const envoySpan = '00f067aa0ba902b7';
const serverKind = 2;
const linkSecret = 'l1nk'.padEnd(43, 'x');

const register = fileURLToPath(new URL('./register.ts', import.meta.url));
/** What any use of Redis within a request comes down to. */
const redisProgram = `
  import { trace } from '@opentelemetry/api';
  import { createClient } from 'redis';
  import { stopTelemetry } from '${new URL('./stop.ts', import.meta.url)}';
  const client = await createClient({ url: process.env.REDIS_URL }).connect();
  await trace.getTracer('test').startActiveSpan('work', async (span) => {
    await client.get('key');
    span.end();
  });
  await client.close();
  await stopTelemetry();
`;

let database: TestDatabase;
let redis: TestRedis;
let receiver: OtlpReceiver;
let app: AppProcess;
let userId: string;

beforeAll(async () => {
  [database, redis, receiver] = await Promise.all([
    startDatabase(),
    startRedis(),
    startOtlpReceiver(),
  ]);
  app = await startAppProcess({
    MONGODB_URI: database.uri,
    REDIS_URL: redis.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    OTEL_RESOURCE_ATTRIBUTES: 'service.instance.id=pod-1',
    // The Collector's business; if the app heeded it, nothing would arrive here.
    OTEL_TRACES_SAMPLER: 'always_off',
  });
  await eventually(
    () => fetch(`${app.url}/health/ready`),
    ({ ok }) => ok,
  );
  const registered = await fetch(`${app.url}/api/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'a@example.com', password: 'correct horse', name: 'A' }),
  });
  const session = z
    .object({ accessToken: z.string(), user: z.object({ id: z.string() }) })
    .parse(await registered.json());
  userId = session.user.id;
  await fetch(
    `${app.url}/api/recipes/6650f0c2a4b1d2e3f4a5b6c7?token=t0ps3cret&access_token=t0ps3cret`,
    {
      headers: {
        ...asEnvoyPassesOn(session.accessToken),
        'x-request-id': 'request-1',
        traceparent: `00-${traceId}-${envoySpan}-01`,
      },
    },
  );
  await fetch(`${app.url}/api/shared/${linkSecret}`);
  app.program.signal('SIGTERM');
  // Stopping flushes everything, so that nothing has to be waited for.
  await app.program.ended;
}, 30_000);

afterAll(async () => {
  receiver.stop();
  await Promise.all([database.stop(), redis.stop()]);
});

function spansOfTrace(): ReceivedSpan[] {
  return receiver.spans.filter((span) => span.traceId === traceId);
}

describe('one request', () => {
  test('continues the trace of Envoy in a span named after the route', () => {
    const server = spansOfTrace().find(({ kind }) => kind === serverKind);
    expect(server).toMatchObject({
      name: 'GET /api/recipes/:id',
      parentSpanId: envoySpan,
      attributes: { 'request.id': 'request-1', 'user.id': userId },
      resource: {
        'service.name': 'recipe-book-api',
        'service.version': expect.stringMatching(/^\d+\.\d+\.\d+$/),
        'service.instance.id': 'pod-1',
        'deployment.environment.name': 'development',
      },
    });
  });

  test('has a span of the database below it, with the ids and without values of the query', () => {
    const found = spansOfTrace().find(({ scope }) => scope.endsWith('instrumentation-mongodb'));
    expect(found).toMatchObject({
      name: 'find recipes',
      attributes: { 'request.id': 'request-1', 'user.id': userId },
    });
    const query = String(found?.attributes['db.query.text']);
    expect(query).not.toContain(userId);
    // Every query is given up by the database after DB_QUERY_TIMEOUT.
    expect(query).toContain('maxTimeMS');
    const ids = spansOfTrace().map(({ spanId }) => spanId);
    expect(ids).toContain(found?.parentSpanId);
  });

  test('has no spans of middleware', () => {
    expect(spansOfTrace().map(({ name }) => name)).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/middleware|router|patched/)]),
    );
  });

  test('sends its log lines with the ids of the trace, as they stand on stdout', () => {
    const sent = receiver.logs.find((log) => log.attributes['requestId'] === 'request-1');
    const written = app.logLines().find(({ requestId }) => requestId === 'request-1');
    expect(sent).toMatchObject({
      traceId,
      severityText: 'http',
      body: { stringValue: written?.['message'] },
    });
    expect(written).toMatchObject({ trace_id: traceId, span_id: sent?.spanId, userId });
  });
});

test('what is secret in an address is in no span and no log', () => {
  const sent = JSON.stringify([receiver.spans, receiver.logs]);
  expect(sent).toContain('/api/shared/[secret]');
  expect(sent).not.toContain('t0ps3cret');
  expect(sent).not.toContain(linkSecret);
});

test('connections made in the background make no traces', () => {
  const roots = receiver.spans.filter(({ parentSpanId }) => parentSpanId === '');
  expect(roots.map(({ name }) => name)).toEqual([
    'POST /api/auth/register',
    'GET /api/shared/:token',
  ]);
});

test('Redis commands within a span are traced', async () => {
  const { code, lines } = await Program.run(
    process.execPath,
    ['--import', register, '--input-type=module', '--eval', redisProgram],
    { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, REDIS_URL: redis.url },
  );
  expect({ code, lines }).toEqual({ code: 0, lines: [] });
  const parent = receiver.spans.find(({ name }) => name === 'work');
  const commands = receiver.spans.filter(({ scope }) => scope.endsWith('instrumentation-redis'));
  expect(commands).toMatchObject([
    { name: 'redis-GET', parentSpanId: parent?.spanId, traceId: parent?.traceId },
  ]);
});

test('probes make no spans', () => {
  const names = receiver.spans.map(({ name, attributes }) => `${name} ${attributes['url.path']}`);
  expect(names.filter((name) => /health|ping/i.test(name))).toEqual([]);
});

test('metrics of requests, of the runtime and of the domain are sent', () => {
  expect(receiver.metrics.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'http.server.request.duration',
      'nodejs.eventloop.utilization',
      'recipe_book.events',
    ]),
  );
});

describe('the metrics of the database', () => {
  function points(name: string) {
    const all = receiver.metrics.filter((metric) => metric.name === name);
    // The instrumentation counts sessions under the same name; that must not be mixed in.
    for (const { scope } of all) expect(scope).toBe('recipe-book');
    return all.at(-1)?.points ?? [];
  }

  test('tell how long queries take, by what they do and to which collection', () => {
    expect(points('db.client.operation.duration')).toContainEqual({
      value: 1,
      attributes: {
        'db.system.name': 'mongodb',
        'db.namespace': expect.any(String),
        'db.operation.name': 'find',
        'db.collection.name': 'recipes',
      },
    });
  });

  test('tell how the connections are used', () => {
    const pool = expect.stringMatching(/^127\.0\.0\.1:\d+$/);
    const label = { 'db.client.connection.pool.name': pool };
    expect(points('db.client.connection.pending_requests')).toEqual([
      { value: 0, attributes: label },
    ]);
    expect(points('db.client.connection.wait_time')[0]?.value).toBeGreaterThan(0);
    expect(points('db.client.connection.use_time')[0]?.value).toBeGreaterThan(0);
    const states = points('db.client.connection.count').map(
      ({ attributes }) => attributes['db.client.connection.state'],
    );
    expect(states.sort()).toEqual(['idle', 'used']);
  });
});
