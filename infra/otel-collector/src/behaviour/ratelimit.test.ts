import { createSocket } from 'node:dgram';
import { until } from '@recipe-book/test/until';
import { Backend } from '../testing/backend.ts';
import { decideSoon, TestCollector } from '../testing/collector.ts';
import { spansMessage, textOf } from '../testing/otlp.ts';

let backend: Backend;
let collector: TestCollector | undefined;

beforeAll(async () => {
  backend = await Backend.start();
  collector = await TestCollector.start(backend, {
    besideRatelimit: true,
    change: (config) => {
      decideSoon(config);
      config.receivers.statsd = { ...config.receivers.statsd, aggregation_interval: '500ms' };
    },
  });
}, 30_000);
afterAll(async () => {
  await collector?.remove();
  await backend.close();
});

const decisions = 'recipe_book.rate_limit.decisions';

function send(lines: readonly string[]): Promise<void> {
  const socket = createSocket('udp4');
  return new Promise((resolve) => {
    socket.send(lines.join('\n'), collector?.statsdPort, '127.0.0.1', () => {
      socket.close();
      resolve();
    });
  });
}

/** The latest total of one result of a policy. */
function total(policy: string, result: string): number | undefined {
  const points = backend.metrics
    .filter(({ name }) => name === decisions)
    .flatMap(({ sum }) => sum?.dataPoints ?? [])
    .filter(({ attributes }) => {
      const found = textOf(attributes);
      return found['policy'] === policy && found['result'] === result;
    });
  const last = points.at(-1);
  return last && Number(last.asInt ?? last.asDouble);
}

test('what a ratelimit service has counted since the last time arrives as totals, and is its own', async () => {
  await send([`${decisions}:3|c|#policy:login,result:admitted`, 'ratelimit.go.mallocs:5|c']);
  await until('the first has come', 20, () => total('login', 'admitted') === 3);
  await send([`${decisions}:4|c|#policy:login,result:admitted`]);
  await until('both are in the total', 20, () => total('login', 'admitted') === 7);
  const found = backend.metrics.find(({ name }) => name === decisions);
  expect(found?.resource).toMatchObject({ 'service.name': 'recipe-book-ratelimit' });
  expect(found?.sum).toMatchObject({ aggregationTemporality: 2, isMonotonic: true });
});

test('what it does not name as ours is dropped, and so is what it took for each call', async () => {
  await send([
    'ratelimit.go.mallocs:5|c',
    'ratelimit_server.ShouldRateLimit.response_time:3|ms',
    `${decisions}:1|c|#policy:site,result:refused`,
  ]);
  await until('the last has come', 20, () => total('site', 'refused') === 1);
  const names = backend.metrics.map(({ name }) => name);
  expect(names.filter((name) => name.startsWith('ratelimit'))).toEqual([]);
});

test('spans of it do not say whose call it was', async () => {
  const request = 'domain:"recipe-book" entries:{key:"masked_remote_address" value:"192.0.2.0/24"}';
  await collector?.send(
    'traces',
    spansMessage([
      { name: 'ShouldRateLimit Execution', attributes: { 'request string': request } },
    ]),
  );
  const span = await until('it has come', 20, () => backend.spans[0]);
  expect(JSON.stringify(span)).not.toContain('192.0.2.0');
});
