import { longRoutes } from '@recipe-book/otel-collector/long-answers';
import { loadSettings } from '@recipe-book/settings';
import { firing } from '@recipe-book/test/queries/firing';
import { MadeUpTelemetry } from '@recipe-book/test/queries/made-up';
import { PromqlEngine } from '@recipe-book/test/queries/promql';
import { Streams } from '@recipe-book/test/queries/tables';
import { metrics } from '../emitted/metrics.ts';
import { redisAwayMessage } from './redis-away.ts';
import { allAlerts } from './wanted.ts';

const settings = loadSettings({});
const alerts = allAlerts(settings);
const app = 'recipe-book-api';
const bounds = [0.1, 0.15, 10];
/** Places in the bounds. */
const quick = { bounds, at: 0 };
const endless = { bounds, at: 3 };

let now: number;
let engine: PromqlEngine | undefined;
let telemetry: MadeUpTelemetry;

beforeEach(async () => {
  now = Date.now();
  telemetry = new MadeUpTelemetry();
  engine = await PromqlEngine.start();
  // All is well besides.
  telemetry.gauge(metrics.eventLoopUtilization.name, 'a', steady(0.1));
}, 30_000);
afterEach(async () => {
  telemetry.remove();
  await engine?.stop();
});

/** A value twice a minute over the last twelve. @param perMinute how much it grows by in each. */
function growing(perMinute: number, from = 12): [number, number][] {
  return Array.from({ length: from * 2 + 1 }, (_, at) => [
    now - from * 60_000 + at * 30_000,
    (perMinute / 2) * at,
  ]);
}

function steady(value: number): [number, number][] {
  return growing(0).map(([at]) => [at, value]);
}

function answers(status_class: string, perMinute: number): void {
  telemetry.counter(metrics.edgeRequests.name, 'a', { status_class }, growing(perMinute));
}

function durations(route: string, bucket: typeof quick, perMinute: number): void {
  const attributes = { 'http.route': route };
  telemetry.histogram(metrics.requestDuration.name, 'a', attributes, bucket, growing(perMinute));
}

async function fired(at = now): Promise<readonly string[]> {
  if (!engine) throw new Error('Prometheus did not start.');
  await engine.load(telemetry.folder);
  const streams = new Streams(settings);
  streams.load(telemetry.folder);
  return (await firing(alerts, engine, streams, at)).within;
}

test.each(longRoutes)(
  'ends of %s are no slow answers',
  async (route) => {
    durations('/api/recipes', quick, 40);
    durations(route, endless, 20);
    expect(await fired()).toEqual([]);
  },
  60_000,
);

test('slow answers are', async () => {
  durations('/api/recipes', quick, 40);
  durations('/api/recipes/:id', endless, 20);
  expect(await fired()).toEqual(['slow_answers']);
}, 60_000);

test('an app that is gone burns the budget, though it counts nothing', async () => {
  answers('2xx', 0);
  answers('5xx', 30);
  telemetry.counter(metrics.edgeAppFailures.name, 'a', { reason: 'connect' }, growing(30));
  telemetry.counter(metrics.sentLogs.name, 'a', {}, growing(30));
  expect(await fired()).toEqual([
    'app_unreachable',
    'budget_burns_fast',
    'budget_burns_slowly',
    'many_errors',
  ]);
}, 60_000);

test('where few ask, a single error wakes nobody', async () => {
  answers('2xx', 1);
  // One within the last minutes.
  const once = growing(0).map(([at]): [number, number] => [at, at > now - 90_000 ? 1 : 0]);
  telemetry.counter(metrics.edgeRequests.name, 'a', { status_class: '5xx' }, once);
  telemetry.counter(metrics.edgeAppFailures.name, 'a', { reason: 'connect' }, once);
  durations('/api/recipes', endless, 2);
  expect(await fired()).toEqual([]);
}, 60_000);

test('a failover of Redis is one line of every pod, and no alert; three of one pod are', async () => {
  for (const pod of ['a', 'b', 'c', 'd']) telemetry.log(redisAwayMessage, pod, app, {}, now - 1000);
  expect(await fired()).toEqual([]);
  for (const ago of [60_000, 30_000]) telemetry.log(redisAwayMessage, 'a', app, {}, now - ago);
  expect(await fired()).toEqual(['redis_away']);
}, 60_000);

test('twenty kinds of error of one page are no alert; one kind of eleven pages is', async () => {
  const report = (kind: number) =>
    telemetry.log(
      `Error: ${kind}`,
      'a',
      'recipe-book-web',
      {
        'event.name': 'exception',
        'exception.type': 'Error',
        'exception.message': String(kind),
      },
      now - 1000,
    );
  for (let kind = 0; kind < 20; kind += 1) report(kind);
  expect(await fired()).toEqual([]);
  for (let page = 0; page < 10; page += 1) report(7);
  expect(await fired()).toEqual(['web_errors']);
}, 60_000);

test.each([
  ['traces_lost', metrics.sendFailedSpans],
  ['metrics_lost', metrics.sendFailedPoints],
  ['logs_lost', metrics.sendFailedLogs],
])(
  '%s, while all else arrives',
  async (name, metric) => {
    telemetry.counter(metric.name, 'a', { exporter: 'otlp_http/x' }, growing(100, 2));
    expect(await fired()).toEqual([name]);
  },
  60_000,
);

test('requests without a log are told', async () => {
  answers('2xx', 30);
  telemetry.counter(metrics.sentLogs.name, 'a', {}, steady(100));
  expect(await fired()).toEqual(['no_logs']);
}, 60_000);

test('silence of all pods is told within five minutes', async () => {
  expect(await fired(now + 3.5 * 60_000)).toEqual([]);
  // With a minute until it is evaluated again.
  expect(await fired(now + 4 * 60_000 + 1)).toEqual(['no_data']);
}, 60_000);
