import { until } from '@recipe-book/test/until';
import { Backend } from '../testing/backend.ts';
import { decideSoon, TestCollector } from '../testing/collector.ts';

const now = `${Date.now()}000000`;
const secrets: Record<string, string> = {
  token: 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJzM2NyZXQifQ.c2lnbmF0dXJl',
  url: 'mongodb://cook:s3cret@db.example/x',
  query: '/x?a=s3cret',
  named: '{"password":"s3 cr\\"et","a":1}',
  escaped: 'body {\\"apiKey\\":\\"s3cret',
  header: 'AUTHORIZATION: s3cret s3cret',
  bearer: 'bearer s3cret-s3cret',
  key: 'sk_live_s3cretS3cretS3cret',
  card: 'paid by 4111 1111 1111 1111',
  encoded: '/x/password%3Ds3cret',
  encodedJson: '/x/%7B%22password%22%3A%22s3cret%22%7D',
  encodedBearer: '/x/Bearer%20s3cret-s3cret',
  encodedCard: '/x/4111%201111%201111%201111',
  encodedUrl: '/x/https%3A%2F%2Fu%3As3cret%40h',
  tab: 'Bearer\ts3cret-s3cret',
  email: 'to s3crét@mail.example',
};
const leaks = /s3c|eyJz|1111|cr\\*"et/;

let backend: Backend;
let collector: TestCollector;
beforeAll(async () => {
  backend = await Backend.start();
  collector = await TestCollector.start(backend, {
    change: decideSoon,
  });
});
afterAll(async () => {
  await collector?.remove();
  await backend.close();
});

const attribute = (key: string, stringValue: string) => ({ key, value: { stringValue } });
const resource = { attributes: [attribute('service.name', 'recipe-book-api')] };

function message(text: string) {
  const attributes = [
    attribute('plain', text),
    attribute('x.cookie', 's3cret'),
    {
      key: 'nested',
      value: { kvlistValue: { values: [attribute('a', text), attribute('b', text)] } },
    },
    { key: 'list', value: { arrayValue: { values: [{ stringValue: text }] } } },
  ];
  const span = {
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    spanId: '00f067aa0ba902b7',
    traceState: 'x=s3cret',
    name: `work on ${text}`,
    kind: 2,
    startTimeUnixNano: now,
    endTimeUnixNano: now,
    attributes,
    events: [{ timeUnixNano: now, name: 'exception', attributes }],
    status: { code: 2, message: text },
  };
  const logRecord = { timeUnixNano: now, body: { stringValue: text }, attributes };
  const dataPoints = [{ timeUnixNano: now, asInt: '1', attributes }];
  const sum = { aggregationTemporality: 2, isMonotonic: true, dataPoints };
  return {
    traces: { resourceSpans: [{ resource, scopeSpans: [{ spans: [span] }] }] },
    logs: { resourceLogs: [{ resource, scopeLogs: [{ logRecords: [logRecord] }] }] },
    metrics: {
      resourceMetrics: [{ resource, scopeMetrics: [{ metrics: [{ name: 'sent', sum }] }] }],
    },
  };
}

test.each(Object.keys(secrets))('a secret (%s) leaves in no part of any signal', async (kind) => {
  for (const all of [backend.spans, backend.logs, backend.metrics]) all.length = 0;
  const { traces, logs, metrics } = message(secrets[kind] ?? '');
  await collector.send('traces', traces);
  await collector.send('logs', logs);
  await collector.send('metrics', metrics);
  const { spans, logs: records, metrics: points } = backend;
  const sent = () => points.filter(({ name }) => name === 'sent');
  await until('all have arrived', 20, () =>
    [spans, records, sent()].every(({ length }) => length > 0),
  );
  expect(JSON.stringify([spans, records, sent()])).not.toMatch(leaks);
  expect(spans[0]?.name).toContain('work on');
});

test('a name that holds none is left as it is', async () => {
  backend.spans.length = 0;
  const name = 'GET /api/recipes/:id';
  const { traces } = message('');
  for (const { scopeSpans } of traces.resourceSpans) {
    for (const { spans } of scopeSpans) for (const span of spans) span.name = name;
  }
  await collector.send('traces', traces);
  await until('it has arrived', 20, () => backend.spans.length > 0);
  expect(backend.spans[0]?.name).toBe(name);
});
