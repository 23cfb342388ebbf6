import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { allAlerts, allDashboards } from '@recipe-book/openobserve';
import { webScope } from '@recipe-book/otel-collector/web';
import { loadSettings } from '@recipe-book/settings';
import { anonymousLimit, chaosSettings } from '../chaos/settings.ts';
import { type ChaosStack, startChaosStack } from '../chaos/stack/chaos-stack.ts';
import { redisNames } from '../chaos/stack/redis-servers.ts';
import { call, freshAddress, repeat } from '../harness/client.ts';
import { until } from '../harness/until.ts';
import { registerUser, type TestUser } from '../harness/users.ts';
import { type Firing, firing } from '../queries/firing.ts';
import { PromqlEngine } from '../queries/promql.ts';
import { runSql } from '../queries/sql.ts';
import { Streams } from '../queries/tables.ts';

/** OpenObserve evaluates each alert once a minute. Seconds. */
const evaluationPeriod = 60;

const settings = loadSettings({});
const alerts = allAlerts(settings);
/** Milliseconds between two looks at what fires, which cost some time that the traffic needs. */
const rest = 2000;
/** May fire before anything breaks, where the machine has much else to do; what they count must rise all the same. */
const ofBusyMachine = ['slow_answers', 'requests_pass_uncounted'];
const duration = 'http_server_request_duration';
const slowAnswers = `sum(increase(${duration}_count[10m])) - sum(increase(${duration}_bucket{le="0.15"}[10m]))`;
const uncountedRequests = 'sum(increase(recipe_book_rate_limit_requests{result="uncounted"}[10m]))';
/** When the first data came, milliseconds since 1970. */
let began: number;
let stack: ChaosStack;
let user: TestUser;
let engine: PromqlEngine;
const streams = new Streams(settings);
const over = new AbortController();
let traffic: Promise<unknown>;

beforeAll(async () => {
  began = Date.now();
  stack = await startChaosStack({
    ...chaosSettings,
    LOG_LEVEL: 'info',
    DB_SLOW_QUERY: '100',
    OTEL_METRIC_EXPORT_INTERVAL: '5000',
    // Nobody is there, so that the Collector's queue has something in it.
    OPENOBSERVE_URL: 'http://127.0.0.1:1',
    OPENOBSERVE_PASSWORD: 'x',
  });
  engine = await PromqlEngine.start();
  user = await registerUser(stack.port);
  await useIt();
  traffic = Promise.all([
    // Several at once, since each waits while an app is away.
    ...Array.from({ length: 10 }, () =>
      again(1000, () => call({ port: stack.port, path: '/api/recipes', token: user.token })),
    ),
    // As Kubernetes does.
    again(1000, () => call({ port: stack.port, path: '/health/ready' })),
  ]);
}, 120_000);
afterAll(async () => {
  over.abort();
  await traffic;
  // What did not start is not there.
  await stack?.stop();
  await engine?.stop();
}, 60_000);

/** Does something again and again, whatever comes of it. @param rest milliseconds in between. */
async function again(rest: number, action: () => Promise<unknown>): Promise<void> {
  while (!over.signal.aborted) {
    await action().catch(() => undefined);
    await pause(rest);
  }
}

/** What fires, by all that the Collector has written so far. */
async function firingAt(at = Date.now()): Promise<Firing> {
  await engine.load(stack.paths.telemetry);
  streams.load(stack.paths.telemetry);
  return firing(alerts, engine, streams, at);
}

/** Until they fire as both versions of OpenObserve evaluate them. */
function fires(seconds: number, ...names: string[]): Promise<unknown> {
  return until(`${names.join(', ')} fire`, seconds, async () => {
    const { within, atEnd } = await firingAt();
    if (names.every((name) => [within, atEnd].every((now) => now.includes(name)))) return true;
    await pause(rest);
    return false;
  });
}

/** What a query comes to now; 0 when there is nothing. */
async function valueNow(promql: string): Promise<number> {
  await engine.load(stack.paths.telemetry);
  const [series] = await engine.at(promql, Date.now());
  return series?.values[0] || 0;
}

function rises(promql: string, above: number, seconds: number): Promise<unknown> {
  return until(`${promql} is above ${above}`, seconds, async () => {
    if ((await valueNow(promql)) > above) return true;
    await pause(rest);
    return false;
  });
}

const attribute = (key: string, value: string) => ({ key, value: { stringValue: value } });

/** Sends what a page of ours would, and as it would. */
async function sendAsBrowser(signal: 'logs' | 'traces', body: object): Promise<void> {
  const { port } = stack;
  const { status } = await call({
    port,
    path: `/otlp/v1/${signal}`,
    method: 'POST',
    from: freshAddress(),
    headers: { origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' },
    body,
  });
  expect(status).toBe(200);
}

function sendWebVital(): Promise<void> {
  const now = `${Date.now()}000000`;
  const span = {
    ...{ traceId: randomBytes(16).toString('hex'), spanId: randomBytes(8).toString('hex') },
    ...{ name: 'web-vital', kind: 1, startTimeUnixNano: now, endTimeUnixNano: now },
    attributes: [
      attribute('web_vital.name', 'LCP'),
      attribute('web_vital.rating', 'good'),
      { key: 'web_vital.value', value: { doubleValue: 812.5 } },
    ],
  };
  const scopeSpans = [{ scope: { name: webScope }, spans: [span] }];
  return sendAsBrowser('traces', { resourceSpans: [{ resource: {}, scopeSpans }] });
}

/** One error of as many pages. */
async function sendWebErrors(count: number): Promise<void> {
  const record = {
    timeUnixNano: `${Date.now()}000000`,
    severityText: 'error',
    body: { stringValue: 'TypeError: x is undefined' },
    attributes: [
      attribute('event.name', 'exception'),
      attribute('exception.type', 'TypeError'),
      attribute('exception.message', 'x is undefined'),
    ],
  };
  const scopeLogs = [{ scope: { name: webScope }, logRecords: [record] }];
  for (let page = 0; page < count; page += 1) {
    await sendAsBrowser('logs', { resourceLogs: [{ resource: {}, scopeLogs }] });
  }
}

/** A little of what people do. */
async function useIt(): Promise<void> {
  for (const [path, body] of [
    ['/api/recipes', { title: 'Soup' }],
    ['/api/shopping-lists', { name: 'Saturday' }],
    ['/api/recipes', { name: 'no title' }],
  ] as const) {
    await call({ port: stack.port, path, method: 'POST', token: user.token, body });
  }
}

/** Asks until an anonymous client has had more than it may; a busy limiter lets some pass uncounted. */
function sendTooMany(): Promise<unknown> {
  const from = freshAddress();
  const one = () => call({ port: stack.port, path: '/api/openapi.json', from });
  return until('a client is refused', 60, async () => {
    const answers = await repeat(anonymousLimit.requests + 1, 2, one);
    return answers.some(({ status }) => status === 429);
  });
}

/** A hundred requests that wait for a second. */
async function askWhileTheDatabaseHangs(): Promise<void> {
  stack.parts.signal('mongodb', 'SIGSTOP');
  const one = () => call({ port: stack.port, path: '/api/recipes', token: user.token });
  const answers = repeat(100, 100, one);
  await pause(1000);
  stack.parts.signal('mongodb', 'SIGCONT');
  await answers;
}

// One story, told in its order: each part takes its time to show in the telemetry.
test('each alert is silent while all is well, and its own query fires when something breaks', async () => {
  await until('app and Envoy have told what they do twice', 60, async () => {
    await pause(rest);
    await firingAt();
    const now = Date.now();
    const [app] = await engine.at(`sum(increase(${duration}_count[5m]))`, now);
    const [edge] = await engine.at('sum(increase(recipe_book_edge_requests[5m]))', now);
    return Math.min(app?.values[0] ?? 0, edge?.values[0] ?? 0) > 20;
  });
  const { within } = await firingAt();
  expect(within.filter((name) => !ofBusyMachine.includes(name))).toEqual([]);

  await sendTooMany();
  await sendWebVital();
  await sendWebErrors(12);
  await fires(60, 'web_errors');

  const slow = await valueNow(slowAnswers);
  await askWhileTheDatabaseHangs();
  await rises(slowAnswers, slow + 50, 60);
  await fires(60, 'slow_answers');

  await stack.parts.stopPart('app');
  await fires(60, 'app_unreachable');
  await fires(evaluationPeriod, 'many_errors');
  await stack.parts.startPart('app');

  await stack.parts.stopPart('mongodb');
  await fires(180, 'database_away', 'budget_burns_fast', 'budget_burns_slowly');
  const uncounted = await valueNow(uncountedRequests);
  await stack.parts.stopPart(redisNames.primary);
  await fires(180, 'readiness_failing', 'requests_pass_uncounted', 'redis_away');
  await rises(uncountedRequests, uncounted + 20, 60);

  // As if nothing more came: what looks back for hours still sees the errors.
  expect((await firingAt(Date.now() + 13 * 60_000)).within).toEqual([
    'budget_burns_slowly',
    'no_data',
  ]);
}, 600_000);

/**
 * Nothing of the kind happens here, or not for long enough; a counter that has never moved is not sent, and one
 * that has moved once has no rate.
 */
const mayBeEmpty: readonly string[] = [
  'Database and cache: Share of reads that the cache answered',
  'Database and cache: Waits for a connection that were given up',
  'Envoy: Clients asked to leave because a pod ends',
  'Envoy: Connections refused',
  'Envoy: Days until the certificate ends',
  'Envoy: Requests cut short',
  'Envoy: Spans and lines that did not reach the Collector',
  'Rate limiting: Errors of the ratelimit service',
  'Rate limiting: Refused by Envoy itself',
  'Rate limiting: Servers left out',
  'Telemetry pipeline: Lost, as OpenObserve refused it: log records',
  'Telemetry pipeline: Lost, as OpenObserve refused it: points of metrics',
  'Telemetry pipeline: Lost, as OpenObserve refused it: spans',
  'Telemetry pipeline: Lost, as the queue was full: log records',
  'Telemetry pipeline: Lost, as the queue was full: points of metrics',
  'Telemetry pipeline: Lost, as the queue was full: spans',
];

test('every query of a dashboard is understood, and finds what it asks for', async () => {
  const now = Date.now();
  await engine.load(stack.paths.telemetry);
  streams.load(stack.paths.telemetry);
  const panels = allDashboards(settings).flatMap(({ title, panels }) =>
    panels.map((panel) => ({ ...panel, name: `${title}: ${panel.title}` })),
  );
  const tables = panels.filter((panel) => panel.kind === 'table');
  const time = { from: began * 1000, to: now * 1000 };
  const answers = await runSql(
    streams.tables(new Set(tables.map(({ stream }) => stream))),
    tables.map(({ sql }) => ({ sql, ...time })),
  );
  const empty = tables.filter((_, at) => answers[at]?.length === 0).map(({ name }) => name);
  for (const panel of panels) {
    if (panel.kind !== 'lines') continue;
    const found = await engine.over(panel.promql, began, now);
    if (found.length === 0) empty.push(panel.name);
  }
  expect(empty.filter((one) => !mayBeEmpty.includes(one))).toEqual([]);
}, 120_000);
