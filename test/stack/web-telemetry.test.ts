import { randomBytes } from 'node:crypto';
import { readLogs, readSpans } from '@recipe-book/local';
import { call, freshAddress, repeat, statuses } from '../harness/client.ts';
import { testStack } from '../harness/stack.ts';
import { until } from '../harness/until.ts';

const stack = testStack();
const port = stack.ingressPort;

type Attribute = { key: string; value: object };
const text = (key: string, stringValue: string): Attribute => ({ key, value: { stringValue } });
const nanos = (ms: number) => `${Math.round(ms)}000000`;

/** A span as the front end makes them, but for what a test says. */
function span(more: object = {}) {
  const now = Date.now();
  return {
    traceId: randomBytes(16).toString('hex'),
    spanId: randomBytes(8).toString('hex'),
    name: 'click',
    kind: 1,
    startTimeUnixNano: nanos(now - 10),
    endTimeUnixNano: nanos(now),
    ...more,
  };
}

function traces(spans: object[], { scope = 'recipe-book-web', resource = [] as Attribute[] } = {}) {
  return {
    resourceSpans: [
      { resource: { attributes: resource }, scopeSpans: [{ scope: { name: scope }, spans }] },
    ],
  };
}

/** Sends it as a page of ours would. */
function send(body: unknown, { path = '/otlp/v1/traces', from = freshAddress(), headers = {} } = {}) {
  const own = { origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' };
  return call({ port, path, method: 'POST', from, body, headers: { ...own, ...headers } });
}

function arrived(traceId: string) {
  return readSpans(stack.paths.telemetry).filter((one) => one.traceId === traceId);
}

describe('what anybody can send as if a browser did', () => {
  test('is the browser’s own, whatever it says it is, and only what is known of it is kept', async () => {
    const traceId = randomBytes(16).toString('hex');
    const many = Array.from({ length: 1000 }, (_, at) => text(`forged.${at}`, 'x'));
    const forged = span({
      traceId,
      traceState: 'forged=1',
      status: { code: 2, message: 'forged' },
      attributes: [
        ...many,
        text('web.route', '/recipes/:id'),
        text('web.flow', 'Forged Flow'),
        text('user.id', 'forged@example.org'),
        text('web_vital.name', 'x'.repeat(10_000)),
        { key: 'http.response.status_code', value: { stringValue: 'forged' } },
        { key: 'error.type', value: { kvlistValue: { values: [text('forged', 'x')] } } },
        { key: 'web_vital.value', value: { intValue: '3' } },
      ],
    });
    const resource = [
      text('service.name', 'recipe-book-api'),
      text('service.version', '1.2.3'),
      text('deployment.environment.name', 'forged'),
      text('k8s.pod.name', 'forged'),
    ];
    expect((await send(traces([forged], { resource }))).status).toBe(200);
    const [kept] = await until('the span is there', 30, () => {
      const found = arrived(traceId);
      return found.length > 0 && found;
    });
    expect(kept?.service).toBe('recipe-book-web');
    expect(JSON.stringify(kept)).not.toContain('forged');
    expect(kept?.attributes).toEqual([
      text('web.route', '/recipes/:id'),
      { key: 'web_vital.value', value: { doubleValue: 3 } },
    ]);
  }, 60_000);

  test('is dropped when it is nothing that the front end sends', async () => {
    const old = { startTimeUnixNano: nanos(Date.now() - 86_400_000) };
    const future = { endTimeUnixNano: nanos(Date.now() + 86_400_000) };
    const event = { timeUnixNano: nanos(Date.now()), name: 'forged' };
    const link = { traceId: randomBytes(16).toString('hex'), spanId: randomBytes(8).toString('hex') };
    const dropped = [
      { name: 'find recipes' },
      { name: 'click\nclick' },
      { name: 'x'.repeat(30_000) },
      { kind: 2 },
      { startTimeUnixNano: '0' },
      { startTimeUnixNano: nanos(Date.now()), endTimeUnixNano: nanos(Date.now() - 1000) },
      old,
      future,
      { events: [event] },
      { links: [link] },
    ].map((more) => span(more));
    const good = span();
    const elsewhere = span();
    expect((await send(traces([...dropped, good]))).status).toBe(200);
    expect((await send(traces([elsewhere], { scope: 'forged' }))).status).toBe(200);
    const last = span();
    expect((await send(traces([last]))).status).toBe(200);
    await until('those that are right are there', 30, () => {
      return arrived(good.traceId).length > 0 && arrived(last.traceId).length > 0;
    });
    const wrong = [...dropped, elsewhere].flatMap(({ traceId }) => arrived(traceId));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  }, 60_000);

  test('as a log record is an exception or nothing', async () => {
    const mark = randomBytes(8).toString('hex');
    const record = (event: string, more: object = {}) => ({
      timeUnixNano: nanos(Date.now()),
      severityNumber: 1,
      severityText: 'forged',
      body: { stringValue: `forged ${mark}` },
      attributes: [
        text('event.name', event),
        text('exception.message', `${mark} ${'m'.repeat(5000)}`),
        text('level', 'forged'),
      ],
      ...more,
    });
    const logRecords = [record('user.signed_in'), record('exception'), record('exception', { timeUnixNano: '1' })];
    const logs = {
      resourceLogs: [
        {
          resource: { attributes: [text('service.name', 'recipe-book-api')] },
          scopeLogs: [{ scope: { name: 'recipe-book-web' }, logRecords }],
        },
      ],
    };
    expect((await send(logs, { path: '/otlp/v1/logs' })).status).toBe(200);
    const found = await until('the exception is there', 30, () => {
      const records = readLogs(stack.paths.telemetry).filter((one) => one.message.includes(mark));
      return records.length > 0 && records;
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ service: 'recipe-book-web', level: 'ERROR' });
    expect(found[0]?.message.length).toBe(500);
    expect(JSON.stringify(found)).not.toContain('forged');
  }, 60_000);

  test.each([
    ['no JSON', 'x'.repeat(1000)],
    ['nothing', ''],
    ['another JSON', '[[[[1]]]]'],
    ['no ids', JSON.stringify(traces([{ name: 'click', traceId: 'x', spanId: 'y' }]))],
    ['depth', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
  ])('is refused when it is %s', async (_what, body) => {
    expect((await send(body)).status).toBe(400);
  });

  test('is limited for each address, whether it is taken or refused', async () => {
    const from = freshAddress();
    const answers = await repeat(200, 10, (at) =>
      at % 2 === 0 ? send(traces([]), { from }) : send('{}', { from, path: '/otlp/v1/metrics' }),
    );
    const { 429: limited = 0, 200: taken = 0, 404: refused = 0 } = statuses(answers);
    // A window may end meanwhile.
    expect(taken + refused).toBeLessThanOrEqual(240);
    expect(limited).toBeGreaterThan(0);
    expect(taken + refused + limited).toBe(200);
    expect(answers.at(-1)?.headers['x-ratelimit-limit']).toBe('120');
    expect((await send(traces([]))).status).toBe(200);
  }, 60_000);
});
