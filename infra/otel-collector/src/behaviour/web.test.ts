import { randomBytes } from 'node:crypto';
import { until } from '@recipe-book/test/until';
import { Backend } from '../testing/backend.ts';
import { decideSoon, TestCollector } from '../testing/collector.ts';
import { newTraceId } from '../testing/otlp.ts';

let backend: Backend;
let collector: TestCollector;
beforeAll(async () => {
  backend = await Backend.start();
  collector = await TestCollector.start(backend, {
    change: decideSoon,
  });
}, 30_000);
afterAll(async () => {
  await collector?.remove();
  await backend.close();
});

type Attribute = { key: string; value: object };
const text = (key: string, stringValue: string): Attribute => ({ key, value: { stringValue } });
const nanos = (ms: number) => `${Math.round(ms)}000000`;
const hour = 3_600_000;

/** A span as the front end makes them, but for what a test says. */
function span(more: object = {}) {
  const now = Date.now();
  return {
    traceId: newTraceId(),
    spanId: randomBytes(8).toString('hex'),
    name: 'click',
    kind: 1,
    startTimeUnixNano: nanos(now - 10),
    endTimeUnixNano: nanos(now),
    ...more,
  };
}

interface Surroundings {
  readonly scope?: object;
  readonly resource?: readonly Attribute[];
}

function traces(
  spans: object[],
  { scope = { name: 'recipe-book-web' }, resource = [] }: Surroundings = {},
): string {
  const scopeSpans = [{ scope, spans, schemaUrl: 'https://forged' }];
  return JSON.stringify({
    resourceSpans: [
      { resource: { attributes: resource }, scopeSpans, schemaUrl: 'https://forged' },
    ],
  });
}

function arrived(traceId: string) {
  return backend.spans.filter((one) => one.traceId === traceId);
}

const forgedResource = [
  text('service.name', 'recipe-book-api'),
  text('service.version', '1.2.3'),
  text('deployment.environment.name', 'forged'),
  text('k8s.pod.name', 'forged'),
];

test('is from the browser, whatever it says, and only what is known of it is kept', async () => {
  const forged = span({
    traceState: 'forged=1',
    status: { code: 2, message: 'forged' },
    attributes: [
      ...Array.from({ length: 300 }, (_, at) => text(`forged.${at}`, 'x')),
      text('web.route', '/recipes/:id'),
      text('web.flow', 'Forged Flow'),
      text('web.page', 'x'.repeat(10_000)),
      text('user.id', 'forged@example.org'),
      text('web_vital.rating', 'good\nforged'),
      text('http.response.status_code', 'forged'),
      { key: 'error.type', value: { kvlistValue: { values: [text('forged', 'x')] } } },
      { key: 'web.element', value: { arrayValue: { values: [{ stringValue: 'forged' }] } } },
      { key: 'web_vital.value', value: { intValue: '3' } },
    ],
  });
  const scope = { name: 'recipe-book-web', version: 'forged', attributes: [text('forged', 'x')] };
  const body = traces([forged], { scope, resource: forgedResource });
  expect(await collector.sendFromBrowser('traces', body)).toBe(200);
  await until('the span is there', 20, () => arrived(forged.traceId).length > 0);
  const [kept] = arrived(forged.traceId);
  expect(kept?.resource).toEqual({
    'service.name': 'recipe-book-web',
    'service.version': '1.2.3',
    'deployment.environment.name': 'development',
  });
  expect(JSON.stringify(kept)).not.toContain('forged');
  expect(kept?.attributes).toEqual([
    text('web.route', '/recipes/:id'),
    { key: 'web_vital.value', value: { doubleValue: 3 } },
  ]);
}, 30_000);

test('has nothing but attributes to say of where it comes from', async () => {
  const one = span();
  const entityRefs = [{ type: 'forged', schemaUrl: 'https://forged', idKeys: ['forged'] }];
  const scopeSpans = [{ scope: { name: 'recipe-book-web' }, spans: [one] }];
  const resource = { attributes: [], entityRefs, forged: 'x', droppedAttributesCount: 7 };
  const body = JSON.stringify({ resourceSpans: [{ resource, scopeSpans }], forged: ['x'] });
  expect(await collector.sendFromBrowser('traces', body)).toBe(200);
  await until('the span is there', 20, () => arrived(one.traceId).length > 0);
  expect(backend.texts.filter((text) => text.includes(one.traceId)).join()).not.toMatch(
    /forged|droppedAttributesCount/,
  );
}, 30_000);

test('is kept only with one value of the right type for each name', async () => {
  const double = (key: string, doubleValue: number | string) => ({ key, value: { doubleValue } });
  const odd = span({
    attributes: [
      text('web.element', 'a'),
      text('web.element', 'forged'),
      text('user.id', '6650f0c2a4b1d2e3f4a5b6c7'),
      text('user.id', 'forged'),
      double('web_vital.value', 'NaN'),
      double('http.response.status_code', 200.5),
    ],
  });
  const values = ['Infinity', -1e308, 1e9].map((value) =>
    span({ attributes: [double('web_vital.value', value)] }),
  );
  const codes = ['-9223372036854775808', '600'].map((intValue) =>
    span({ attributes: [{ key: 'http.response.status_code', value: { intValue } }] }),
  );
  const resource = [text('service.version', '1.2.3'), text('service.version', 'forged')];
  const body = traces([odd, ...values, ...codes], { resource });
  expect(await collector.sendFromBrowser('traces', body)).toBe(200);
  await until('the spans are there', 20, () => arrived(odd.traceId).length > 0);
  expect(arrived(odd.traceId)[0]?.attributes).toEqual([
    text('user.id', '6650f0c2a4b1d2e3f4a5b6c7'),
    text('web.element', 'a'),
  ]);
  expect(arrived(odd.traceId)[0]?.resource['service.version']).toBe('1.2.3');
  for (const { traceId } of [...values, ...codes]) {
    expect(arrived(traceId).map(({ attributes = [] }) => attributes)).toEqual([[]]);
  }
}, 30_000);

test('is dropped when it is nothing that the front end sends', async () => {
  const now = Date.now();
  const dropped = [
    { name: 'find recipes' },
    { name: 'click\nclick' },
    { name: 'GET /recipes/Oma' },
    { name: 'x'.repeat(30_000) },
    { kind: 2 },
    { spanId: '' },
    { startTimeUnixNano: '0' },
    { startTimeUnixNano: nanos(now), endTimeUnixNano: nanos(now - 1000) },
    { startTimeUnixNano: nanos(now - 24 * hour) },
    { endTimeUnixNano: nanos(now + 24 * hour) },
    { events: [{ timeUnixNano: nanos(now), name: 'forged' }] },
    { links: [{ traceId: newTraceId(), spanId: randomBytes(8).toString('hex') }] },
  ].map(span);
  const [elsewhere, good] = [span(), span()];
  const sent = [
    traces(dropped),
    traces([elsewhere], { scope: { name: 'forged' } }),
    traces([...dropped, good]),
  ];
  for (const body of sent) expect(await collector.sendFromBrowser('traces', body)).toBe(200);
  await until('the one that is right is there', 20, () => arrived(good.traceId).length > 0);
  const wrong = [...dropped, elsewhere].flatMap(({ traceId }) => arrived(traceId));
  expect(wrong.map(({ name }) => name)).toEqual([]);
}, 30_000);

test('as a log record is an exception or nothing', async () => {
  const record = (event: string, more: object = {}) => ({
    timeUnixNano: nanos(Date.now()),
    severityNumber: 1,
    severityText: 'forged',
    body: { kvlistValue: { values: [text('forged', 'x')] } },
    attributes: [
      text('event.name', event),
      text('exception.message', 'ä'.repeat(2000)),
      text('level', 'forged'),
    ],
    ...more,
  });
  const logRecords = [
    record('user.signed_in'),
    record('exception', { timeUnixNano: '1' }),
    record('exception'),
    record('exception', { attributes: [text('event.name', 'exception')] }),
    record('exception', {
      attributes: [text('event.name', 'exception'), text('exception.message', 'short')],
    }),
  ];
  const nested = (value: object) =>
    record('exception', {
      attributes: ['exception.message', 'exception.stacktrace']
        .map((key) => ({ key, value }))
        .concat([{ key: 'event.name', value: { stringValue: 'exception' } }]),
    });
  const opened = '{"arrayValue":{"values":['.repeat(150);
  const deep = `${opened}{"stringValue":"forged"}${']}}'.repeat(150)}`;
  logRecords.push(
    nested(JSON.parse(deep)),
    nested({ kvlistValue: { values: [text('forged', 'x')] } }),
    nested({ bytesValue: 'Zm9yZ2Vk' }),
  );
  const scopeLogs = [{ scope: { name: 'recipe-book-web' }, logRecords }];
  const resourceLogs = [{ resource: { attributes: forgedResource }, scopeLogs }];
  const body = JSON.stringify({ resourceLogs });
  expect(await collector.sendFromBrowser('logs', body)).toBe(200);
  const logs = await until('the exceptions are there', 20, () => {
    const found = backend.logs.filter(
      ({ resource }) => resource['service.name'] === 'recipe-book-web',
    );
    return found.length > 0 && found;
  });
  expect(logs.map((one) => one.body?.stringValue)).toEqual([
    'ä'.repeat(250),
    'exception',
    'short',
    ...Array<string>(3).fill('exception'),
  ]);
  expect(logs[0]?.severityText).toBe('ERROR');
  expect(JSON.stringify(logs)).not.toMatch(/forged|Zm9y/);
}, 30_000);

test.each([
  ['no JSON', 'x'.repeat(1000)],
  ['empty', ''],
  ['another JSON', '[[[[1]]]]'],
  ['without ids', traces([span({ traceId: 'x' })])],
  ['deep', `${'['.repeat(15_000)}${']'.repeat(15_000)}`],
])('is refused when it is %s', async (_what, body) => {
  expect(await collector.sendFromBrowser('traces', body)).toBe(400);
});

test('is refused when it is large, or metrics', async () => {
  expect(await collector.sendFromBrowser('traces', traces([]).padEnd(70_000))).toBe(400);
  expect(await collector.sendFromBrowser('metrics', '{}')).toBe(404);
});
