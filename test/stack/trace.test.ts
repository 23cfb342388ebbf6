import { randomUUID } from 'node:crypto';
import { readLogs, readSpans } from '@recipe-book/local';
import { call, freshAddress } from '../harness/client.ts';
import { testStack } from '../harness/stack.ts';
import { until } from '../harness/until.ts';
import { registerUser } from '../harness/users.ts';

const stack = testStack();

describe('one request', () => {
  test('is one trace from Envoy to MongoDB, and every log line and the response name it', async () => {
    const user = await registerUser(stack.ingressPort);
    const requestId = `test-${randomUUID()}`;
    const answer = await call({
      port: stack.ingresses[1] ?? 0,
      path: '/api/recipes?page=1',
      token: user.token,
      headers: { 'x-request-id': requestId },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers['x-request-id']).toBe(requestId);
    const traceId = String(answer.headers['x-trace-id']);
    expect(traceId).toMatch(/^[0-9a-f]{32}$/);

    const spans = await until('the trace is whole', 30, () => {
      const found = readSpans(stack.paths.telemetry).filter((span) => span.traceId === traceId);
      return found.some(({ name }) => /find/.test(name)) && found;
    });
    const ancestors = (span: (typeof spans)[number] | undefined): string[] => {
      if (!span) return [];
      const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
      return [span.service, ...ancestors(parent)];
    };
    const find = spans.find(({ name }) => /find/.test(name));
    expect(new Set(ancestors(find))).toEqual(new Set(['recipe-book-api', 'recipe-book-api-envoy']));
    expect(ancestors(find).at(-1)).toBe('recipe-book-api-envoy');
    expect(spans.map(({ name }) => name)).toContain('GET /api/recipes');

    const lines = await until('both log lines are there', 30, () => {
      const found = readLogs(stack.paths.telemetry).filter(
        ({ attributes, level }) =>
          attributes['requestId'] === requestId && level.toLowerCase() === 'http',
      );
      return found.length >= 2 && found;
    });
    expect(lines.map(({ service }) => service).sort()).toEqual([
      'recipe-book-api',
      'recipe-book-api-envoy',
    ]);
    for (const { traceId: logged, attributes } of lines) {
      expect(logged).toBe(traceId);
      expect(attributes).toMatchObject({ method: 'GET', path: '/api/recipes', userId: user.id });
      expect(Number(attributes['statusCode'])).toBe(200);
    }
  }, 60_000);

  test('is counted in the same trace, down to Redis, which does not say whose it was', async () => {
    const { headers } = await call({
      port: stack.ingresses[1] ?? 0,
      path: '/api/openapi.json',
      from: freshAddress(),
    });
    const traceId = String(headers['x-trace-id']);
    const spans = await until('the ratelimit service has sent its spans', 30, () => {
      const found = readSpans(stack.paths.telemetry).filter((span) => span.traceId === traceId);
      const names = found.map(({ name }) => name);
      return names.includes('GET') && names.some((name) => /redis/i.test(name)) && found;
    });
    const way: string[] = [];
    let span = spans.find(({ name }) => /redis/i.test(name));
    while (span) {
      way.push(span.service);
      const parent: string | undefined = span.parentSpanId;
      span = spans.find(({ spanId }) => spanId === parent);
    }
    const [limiter, edge] = ['recipe-book-ratelimit', 'recipe-book-api-envoy'];
    expect(way).toEqual([limiter, limiter, edge, edge]);
    expect(JSON.stringify(spans)).not.toMatch(/remote_address/);
  }, 60_000);

  test('leaves no secret of its query in what is kept', async () => {
    const canary = randomUUID();
    const token = `eyJhbGciOiJFZERTQSJ9.${Buffer.from(canary).toString('base64url')}.${canary}`;
    const path = `/api/openapi.json?password=${canary}&access_token=${token}`;
    const { headers } = await call({ port: stack.ingressPort, path, from: freshAddress() });
    const traceId = String(headers['x-trace-id']);
    const spans = await until('both services have sent their spans', 30, () => {
      const found = readSpans(stack.paths.telemetry).filter((span) => span.traceId === traceId);
      const services = new Set(found.map(({ service }) => service));
      return services.has('recipe-book-api') && services.has('recipe-book-api-envoy') && found;
    });
    const logs = await until('Envoy has sent its log record', 30, () => {
      const found = readLogs(stack.paths.telemetry).filter((entry) => entry.traceId === traceId);
      return found.length > 0 && found;
    });
    const kept = JSON.stringify([spans, logs]);
    expect(kept).not.toContain(canary);
    expect(kept).not.toContain(Buffer.from(canary).toString('base64url').slice(0, 20));
  }, 60_000);

  test('with an ill-formed request id gets a new one', async () => {
    for (const bad of ['short', 'has spaces in it', 'x'.repeat(200), 'quote"quote"']) {
      const { headers } = await call({
        port: stack.ingressPort,
        path: '/health/live',
        headers: { 'x-request-id': bad },
      });
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test('with a trace of its own continues it', async () => {
    const traceId = randomUUID().replaceAll('-', '');
    const { headers } = await call({
      port: stack.ingressPort,
      path: '/api/openapi.json',
      headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-00` },
    });
    expect(headers['x-trace-id']).toBe(traceId);
  });
});
