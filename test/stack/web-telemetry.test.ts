import { randomBytes } from 'node:crypto';
import { readSpans } from '@recipe-book/local';
import { webScope, webService } from '@recipe-book/otel-collector/web';
import { call, freshAddress, repeat, statuses } from '../harness/client.ts';
import { testStack } from '../harness/stack.ts';
import { until, untilWindowHasRoom } from '../harness/until.ts';

const stack = testStack();
const port = stack.ingressPort;

/** Sends it as a page of ours would. */
function send(body: unknown, { path = '/otlp/v1/traces', from = freshAddress() } = {}) {
  const headers = { origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' };
  return call({ port, path, method: 'POST', from, body, headers });
}

test('what anybody sends as a browser is the browser’s, and the app sees nothing of it', async () => {
  const traceId = randomBytes(16).toString('hex');
  const now = Date.now();
  const span = {
    traceId,
    spanId: randomBytes(8).toString('hex'),
    name: 'click',
    kind: 1,
    startTimeUnixNano: `${now - 10}000000`,
    endTimeUnixNano: `${now}000000`,
  };
  const attributes = [{ key: 'service.name', value: { stringValue: 'recipe-book-api' } }];
  const scopeSpans = [{ scope: { name: webScope }, spans: [span] }];
  const answer = await send({ resourceSpans: [{ resource: { attributes }, scopeSpans }] });
  expect(answer.status).toBe(200);
  expect(answer.headers['set-cookie']).toBeUndefined();
  const spans = await until('the span is there', 30, () => {
    const found = readSpans(stack.paths.telemetry).filter((one) => one.traceId === traceId);
    return found.length > 0 && found;
  });
  expect(spans.map(({ service }) => service)).toEqual([webService]);
}, 60_000);

test('a flood is limited for each address, whether it is taken or refused', async () => {
  await untilWindowHasRoom(60, 20);
  const from = freshAddress();
  const answers = await repeat(400, 10, (at) =>
    at % 2 === 0
      ? send({ resourceSpans: [] }, { from })
      : send({}, { from, path: '/otlp/v1/metrics' }),
  );
  const { 429: limited = 0, 200: taken = 0, 404: refused = 0 } = statuses(answers);
  expect(taken + refused + limited).toBe(400);
  // A busy limiter lets some pass uncounted.
  expect(taken + refused).toBeGreaterThanOrEqual(60);
  expect(limited).toBeGreaterThan(0);
  expect(answers.map(({ headers }) => headers['x-ratelimit-limit'])).toContain('60');
  expect((await send({ resourceSpans: [] })).status).toBe(200);
}, 60_000);
