import { untilWindowHasRoom } from '@recipe-book/test/until';
import { rateLimitConversions } from '../metrics/conversions.ts';
import { localRefusalReasons, rateLimitMetrics } from '../metrics/names.ts';
import type { Policy } from '../policies/policy.ts';
import { type EdgeAnswer, type LimitedEdge, startLimitedEdge } from '../testing/limited-edge.ts';
import { testTokens } from '../testing/tokens.ts';

const quarter = 900;
const third = 1200;
const policies: Policy[] = [
  limit('small', '/api/small', { requests: 5 }),
  limit('large', '/api/**', { requests: 1000, windowSeconds: third }),
  limit('strict', '/strict', { requests: 6, cost: 2, whenUnavailable: 'deny' }),
  limit('short', '/short', { requests: 20, windowSeconds: 2 }),
  limit('watched', '/watched', { requests: 1, shadow: true }),
  limit('together', '/together', { requests: 5, client: { by: 'everyone' } }),
];

function limit(name: string, path: string, more: Partial<Policy>): Policy {
  const each: Policy = {
    name,
    client: { by: 'address' },
    scope: { paths: [path] },
    requests: 1,
    windowSeconds: quarter,
  };
  return { ...each, ...more };
}

let edge: LimitedEdge;
beforeAll(async () => {
  edge = await startLimitedEdge(policies, testTokens(), { patient: true });
}, 60_000);
afterAll(() => edge.stop());
beforeEach(async () => {
  for (const length of [quarter, third]) await untilWindowHasRoom(length, 20);
}, 50_000);

async function send(count: number, path: string, address: string, headers = {}) {
  const answers: EdgeAnswer[] = [];
  for (let at = 0; at < count; at++) answers.push(await edge.send({ path, address, headers }));
  return answers;
}

const isTold = ({ headers }: EdgeAnswer) => headers['ratelimit-policy'] !== undefined;

/** What Envoy has refused without asking so far. */
function shed(): Promise<number> {
  const conversion = rateLimitConversions.find(
    ({ metric, attributes }) =>
      metric === rateLimitMetrics.localRefusals &&
      attributes?.['reason'] === localRefusalReasons.farOver,
  );
  return statistic(conversion?.stat ?? '');
}

/** Envoy makes a counter when it first counts. */
async function statistic(name: string): Promise<number> {
  return (await edge.stat(name)) || 0;
}

test('who is far over a limit is refused without asking, and told when all may be sent again', async () => {
  const address = '203.0.113.1';
  const answers = await send(115, '/api/small', address);
  expect(answers.map(({ status }) => status)).toEqual(answers.map((_, at) => (at < 5 ? 200 : 429)));
  // Twice the limit and a hundred more are told which limit it was.
  expect(answers.map(isTold)).toEqual(answers.map((_, at) => at < 110));

  const { headers = {}, text = '' } = answers.at(-1) ?? {};
  const left = Math.max(
    ...[quarter, third].map((length) => length - ((Date.now() / 1000) % length)),
  );
  expect(Math.abs(Number(headers['retry-after']) - left)).toBeLessThan(2);
  expect(headers['content-type']).toBe('application/problem+json');
  expect(JSON.parse(text)).toMatchObject({
    status: 429,
    title: 'Too Many Requests',
    requestId: headers['x-request-id'],
  });
  const told = Object.keys(headers).filter((name) =>
    /ratelimit|rate-limit|far-over|envoy/.test(name),
  );
  expect(told).toEqual([]);
});

test('it costs nobody else anything: no call, no span, hardly a line in the log', async () => {
  const address = '203.0.113.2';
  const costs = [
    'cluster.ratelimit.upstream_rq_total',
    'cluster.app.upstream_rq_total',
    'tracing.opentelemetry.spans_sent',
    // Nobody takes them here.
    'access_logs.open_telemetry_access_log.logs_dropped',
  ];
  const all = () => Promise.all(costs.map(statistic));
  await send(110, '/api/small', address);
  const [before, refusedBefore] = [await all(), await shed()];
  // What is asked about costs all of it, or the statistics would say nothing.
  expect(Math.min(...before)).toBeGreaterThan(0);
  const answers = await send(100, '/api/small', address);
  expect(answers.filter(isTold)).toEqual([]);
  expect(await shed()).toBe(refusedBefore + 100);
  const [calls, toApp, spans, lines] = (await all()).map((now, at) => now - (before[at] ?? 0));
  expect(toApp).toBe(0);
  // The limiter's probes are calls too, and a few spans and lines from before may wait to be sent.
  expect(calls).toBeLessThan(20);
  expect(spans).toBeLessThan(20);
  expect(lines).toBeLessThan(20);
});

test('other clients, other limits and shadows are not touched', async () => {
  const address = '203.0.113.3';
  await send(300, '/api/small', address);
  const [other] = await send(1, '/api/small', '203.0.113.4');
  expect(other?.headers['x-ratelimit-remaining']).toBe('4');
  // Only those that were asked about count against the larger limit.
  const [larger] = await send(1, '/api/large', address);
  expect(larger?.headers['x-ratelimit-remaining']).toBe(String(1000 - 111));
  const watched = await send(120, '/watched', address);
  expect(watched.filter(({ status }) => status !== 200)).toEqual([]);
});

test('who shares a limit with all others is not refused for what these have sent', async () => {
  const answers: EdgeAnswer[] = [];
  for (let at = 0; at < 150; at++)
    answers.push(...(await send(1, '/together', `198.51.100.${at}`)));
  expect(answers.map(({ status }) => status)).toEqual(answers.map((_, at) => (at < 5 ? 200 : 429)));
  expect(answers.every(isTold)).toBe(true);
});

test('a request that costs more comes as often, and policies that deny shed too', async () => {
  const answers = await send(110, '/strict', '203.0.113.5');
  expect(answers.map(isTold)).toEqual(answers.map((_, at) => at < 106));
});

test('the next window admits its whole limit', async () => {
  const address = '203.0.113.6';
  await untilWindowHasRoom(2, 1.5);
  const before = await shed();
  let answers: EdgeAnswer[] = [];
  while ((await shed()) === before) answers = await send(200, '/short', address);
  await untilWindowHasRoom(2, 1.9);
  answers = await send(21, '/short', address);
  expect(answers.map(({ status }) => status)).toEqual(
    answers.map((_, at) => (at < 20 ? 200 : 429)),
  );
  expect(answers.every(isTold)).toBe(true);
}, 20_000);

test('a client cannot say of itself that it is', async () => {
  const [answer] = await send(1, '/api/large', '203.0.113.7', { 'x-far-over-limit': '1' });
  expect(answer?.status).toBe(200);
  expect(edge.lastRequest()?.headers).not.toHaveProperty('x-far-over-limit');
});
