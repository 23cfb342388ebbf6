import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { instancePorts } from '@recipe-book/local';
import { allAlerts, allDashboards } from '@recipe-book/openobserve';
import { loadSettings } from '@recipe-book/settings';
import { anonymousLimit, chaosSettings } from '../chaos/settings.ts';
import { type ChaosStack, startChaosStack } from '../chaos/stack/chaos-stack.ts';
import { redisNames } from '../chaos/stack/redis-servers.ts';
import { call, freshAddress, repeat } from '../harness/client.ts';
import { until } from '../harness/until.ts';
import { registerUser, type TestUser } from '../harness/users.ts';
import { firing } from '../queries/firing.ts';
import { PromqlEngine } from '../queries/promql.ts';
import { runSql } from '../queries/sql.ts';
import { tablesOf } from '../queries/tables.ts';

/** OpenObserve evaluates each alert once a minute. Seconds. */
const evaluationPeriod = 60;

const settings = loadSettings({});
const alerts = allAlerts(settings);
/** May fire before anything breaks, where the machine has much else to do. */
const ofBusyMachine = ['slow_answers', 'requests_pass_uncounted'];
/** When the first data came, milliseconds since 1970. */
let began: number;
let stack: ChaosStack;
let user: TestUser;
let engine: PromqlEngine;
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
    again(100, () => call({ port: stack.port, path: '/api/recipes', token: user.token })),
    // As Kubernetes does.
    again(1000, () => call({ port: stack.port, path: '/health/ready' })),
  ]);
}, 120_000);
afterAll(async () => {
  over.abort();
  await traffic;
  await engine.stop();
  await stack.stop();
}, 60_000);

/** Does something again and again, whatever comes of it. @param rest milliseconds in between. */
async function again(rest: number, action: () => Promise<unknown>): Promise<void> {
  while (!over.signal.aborted) {
    await action().catch(() => undefined);
    await pause(rest);
  }
}

/** What fires, by all that the Collector has written so far. */
async function firingAt(at = Date.now()): Promise<string[]> {
  await engine.load(stack.paths.telemetry);
  return firing(alerts, engine, tablesOf(stack.paths.telemetry, settings), at);
}

function fires(seconds: number, ...names: string[]): Promise<unknown> {
  return until(`${names.join(', ')} fire`, seconds, async () => {
    const now = await firingAt();
    return names.every((name) => now.includes(name));
  });
}

const attribute = (key: string, value: string) => ({ key, value: { stringValue: value } });
const browser = { attributes: [attribute('service.name', 'recipe-book-web')] };

/** Sends the Collector what a browser would send through Envoy. */
async function sendAsBrowser(signal: 'logs' | 'traces', body: object): Promise<void> {
  const { otlpHttp } = instancePorts(stack.port, 0);
  const answer = await fetch(`http://127.0.0.1:${otlpHttp}/v1/${signal}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
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
  const scopeSpans = [{ spans: [span] }];
  return sendAsBrowser('traces', { resourceSpans: [{ resource: browser, scopeSpans }] });
}

function sendWebErrors(count: number): Promise<void> {
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
  const scopeLogs = [{ logRecords: Array.from({ length: count }, () => record) }];
  return sendAsBrowser('logs', { resourceLogs: [{ resource: browser, scopeLogs }] });
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

/** More than an anonymous client may. */
function sendTooMany(): Promise<unknown> {
  const from = freshAddress();
  const one = () => call({ port: stack.port, path: '/api/openapi.json', from });
  return repeat(2 * anonymousLimit.requests, 4, one);
}

// One story, told in its order: each part takes its time to show in the telemetry.
test('each alert is silent while all is well, and its own query fires when something breaks', async () => {
  await until('the app has told what it does twice', 60, async () => {
    await firingAt();
    const [all] = await engine.at(
      'sum(increase(http_server_request_duration_count[5m]))',
      Date.now(),
    );
    return (all?.values[0] ?? 0) > 20;
  });
  expect((await firingAt()).filter((name) => !ofBusyMachine.includes(name))).toEqual([]);

  await sendTooMany();
  await sendWebVital();
  await sendWebErrors(12);
  await fires(20, 'web_errors');

  stack.parts.signal('mongodb', 'SIGSTOP');
  await fires(60, 'slow_answers');
  stack.parts.signal('mongodb', 'SIGCONT');

  await stack.parts.stopPart('app');
  await fires(60, 'app_unreachable');
  await stack.parts.startPart('app');

  await stack.parts.stopPart('mongodb');
  await fires(2 * evaluationPeriod, 'many_errors');
  await stack.parts.stopPart(redisNames.primary);
  await fires(180, 'database_away', 'budget_burns_fast', 'budget_burns_slowly');
  await fires(180, 'readiness_failing', 'requests_pass_uncounted', 'redis_away');

  // As if nothing more came: what looks back for hours still sees the errors.
  expect(await firingAt(Date.now() + 11 * 60_000)).toEqual(['budget_burns_slowly', 'no_data']);
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
];

test('every query of a dashboard is understood, and finds what it asks for', async () => {
  const now = Date.now();
  await engine.load(stack.paths.telemetry);
  const tables = tablesOf(stack.paths.telemetry, settings);
  const empty: string[] = [];
  for (const { title, panels } of allDashboards(settings)) {
    for (const panel of panels) {
      const found =
        panel.kind === 'lines'
          ? await engine.over(panel.promql, began, now)
          : rowsOf(panel.sql, began, now);
      if (found.length === 0) empty.push(`${title}: ${panel.title}`);
    }
  }
  expect(empty.filter((one) => !mayBeEmpty.includes(one))).toEqual([]);

  function rowsOf(sql: string, from: number, to: number): readonly unknown[] {
    const [answer] = runSql(tables, [{ sql, from: from * 1000, to: to * 1000 }]);
    if (!answer || 'error' in answer) throw new Error(`${sql}\n${answer?.error}`);
    return answer.rows;
  }
}, 120_000);
