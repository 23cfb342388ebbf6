import { until } from '@recipe-book/test/until';
import type { Signal } from '../index.ts';
import { Backend } from '../testing/backend.ts';
import { decideSoon, TestCollector } from '../testing/collector.ts';

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

/** A byte that is nothing, an overlong zero, half of a surrogate pair, and a letter that is cut off. */
const bad = Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0xc3]);
const text = (stringValue: string) => ({ stringValue });
const now = `${Date.now()}000000`;
const attributes = [{ key: 'user_agent', value: text('a BAD z \u00e4') }];
const resource = {
  attributes: [
    { key: 'service.name', value: text('recipe-book-api') },
    { key: 'service.version', value: text('BAD') },
  ],
};

/** The message with bytes that are no UTF-8 in each `BAD`. */
function bytes(message: object): Uint8Array<ArrayBuffer> {
  const parts = JSON.stringify(message)
    .split('BAD')
    .map((part) => Buffer.from(part));
  return new Uint8Array(
    Buffer.concat(parts.flatMap((part, at) => (at > 0 ? [bad, part] : [part]))),
  );
}

const span = {
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  spanId: '00f067aa0ba902b7',
  name: 'a BAD',
  kind: 2,
  startTimeUnixNano: now,
  endTimeUnixNano: now,
  attributes,
  events: [{ timeUnixNano: now, name: 'a BAD', attributes }],
  status: { code: 2, message: 'a BAD' },
};
const logRecord = {
  timeUnixNano: now,
  severityText: 'BAD',
  body: text('a BAD z \u00e4'),
  attributes,
};
const dataPoints = [{ timeUnixNano: now, asInt: '1', attributes }];
const sum = { aggregationTemporality: 2, isMonotonic: true, dataPoints };
const metrics = [{ name: 'sent', sum }];

const messages: Record<Signal, object> = {
  traces: { resourceSpans: [{ resource, scopeSpans: [{ spans: [span] }] }] },
  logs: { resourceLogs: [{ resource, scopeLogs: [{ logRecords: [logRecord] }] }] },
  metrics: { resourceMetrics: [{ resource, scopeMetrics: [{ metrics }] }] },
};

test('all that leaves is UTF-8, and the rest of a text is as it was', async () => {
  for (const signal of ['traces', 'logs', 'metrics'] as const) {
    expect(await collector.sendBytes(signal, bytes(messages[signal]))).toBe(200);
  }
  const sent = () => backend.metrics.filter(({ name }) => name === 'sent');
  await until('all have arrived', 20, () =>
    [backend.spans, backend.logs, sent()].every(({ length }) => length > 0),
  );
  const kept = { key: 'user_agent', value: text(`a ${'\ufffd'.repeat(7)} z \u00e4`) };
  expect(backend.spans[0]?.attributes).toContainEqual(kept);
  expect(backend.logs[0]?.body).toEqual(kept.value);
  expect(sent()[0]?.sum?.dataPoints[0]?.attributes).toContainEqual(kept);
}, 30_000);

test('so is what a browser sent', async () => {
  const message = {
    timeUnixNano: now,
    attributes: [
      { key: 'event.name', value: text('exception') },
      { key: 'exception.message', value: text('a BAD') },
      { key: 'exception.stacktrace', value: text('BAD'.repeat(1500)) },
    ],
  };
  const scopeLogs = [{ scope: { name: 'recipe-book-web' }, logRecords: [message] }];
  const body = bytes({ resourceLogs: [{ resource, scopeLogs }] });
  expect(await collector.sendFromBrowser('logs', body)).toBe(200);
  await until('it has arrived', 20, () => backend.bodies('recipe-book-web').length > 0);
  expect(backend.bodies('recipe-book-web')).toEqual([`a ${'\ufffd'.repeat(7)}`]);
}, 30_000);
