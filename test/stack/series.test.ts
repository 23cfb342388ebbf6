import { randomInt, randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { readLogs, readPoints, readSeries } from '@recipe-book/local';
import { call, repeat, statuses } from '../harness/client.ts';
import { type OwnStack, ownStack } from '../harness/own-stack.ts';
import { partProcess } from '../harness/stack.ts';
import { until } from '../harness/until.ts';

/** Requests, each odd in its own way. */
const requests = 10_000;
/** Series that a metric of a service may have in the end, a histogram counting as one; 16 were seen. */
const bound = 40;

/** All that sends metrics about requests. */
const services = ['recipe-book-api', 'recipe-book-api-envoy', 'recipe-book-ratelimit'];

const canary = `odd${randomInt(1e9)}`;
let stack: OwnStack;
let agent: Agent;

beforeAll(async () => {
  agent = new Agent({ keepAlive: true });
  stack = await ownStack({
    RATE_LIMIT_MAX_REQUESTS: '1000000',
    RATE_LIMIT_SITE_MAX_REQUESTS: '1000000',
    LOG_LEVEL: 'warn',
  });
}, 240_000);
afterAll(() => {
  agent.destroy();
  stack.stop();
}, 60_000);

/** Paths that lead somewhere, with something odd in them, and paths that do not. */
const paths = [
  (odd: string) => `/${odd}`,
  (odd: string) => `/api/${odd}`,
  (odd: string) => `/api/recipes/${odd}`,
  (odd: string) => `/api/recipes?${odd}=${odd}`,
  (odd: string) => `/api/recipes/%F0%9F%A5%95${odd}/${odd}`,
  (odd: string) => `/api/shared/recipes/${odd}`,
  (odd: string) => `/assets/${odd}.js`,
  (odd: string) => `/health/${odd}`,
];
const methods = ['GET', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND'];

function oddCall(at: number) {
  const odd = `${canary}-${at}`;
  // Only as many of its own methods as there are, or each would cost a connection.
  const method = at % 100 === 0 ? `M${odd}`.toUpperCase() : methods[at % methods.length];
  return call({
    port: stack.port,
    agent,
    path: paths[at % paths.length]?.(odd) ?? '/',
    ...(method !== undefined && { method }),
    headers: {
      'user-agent': `${odd}/1.0`,
      'x-request-id': `${odd}-${randomUUID()}`,
      'x-forwarded-proto': odd,
      'x-api-key': odd,
      host: `${odd}.example`,
      origin: `https://${odd}.example`,
      baggage: `${odd}=${odd}`,
      traceparent: `00-${randomUUID().replaceAll('-', '')}-${randomUUID().replaceAll('-', '').slice(16)}-01`,
    },
  });
}

test('whatever clients send, metrics have no more series and no value of theirs', async () => {
  const answers = await repeat(requests, 32, oddCall);
  expect(Object.keys(statuses(answers)).length).toBeGreaterThan(3);
  expect(statuses(answers)).not.toHaveProperty('429');
  const end = Date.now();
  // It sends what it has measured when it ends, and else once a minute.
  process.kill(partProcess(stack.state, 'app') ?? 0, 'SIGTERM');
  const telemetry = join(stack.state, 'telemetry');
  await until('all services have sent their metrics', 90, () => {
    const later = readPoints(telemetry).filter(({ time }) => time > end);
    const senders = later.map(({ resource }) => resource['service.name']);
    return services.every((service) => senders.includes(service));
  });
  const logged = readLogs(telemetry).map(({ attributes }) => String(attributes['path']));
  expect(logged.some((path) => path.includes(canary))).toBe(true);
  const series = readSeries(telemetry);
  expect(JSON.stringify(series).toLowerCase()).not.toContain(canary);
  const byMetric = Map.groupBy(
    series,
    ({ resource, metric }) => `${resource['service.name']} ${metric}`,
  );
  expect(byMetric.has('recipe-book-ratelimit recipe_book.rate_limit.decisions')).toBe(true);
  const counts = [...byMetric].map(([metric, all]) => ({ metric, series: all.length }));
  expect(counts.filter((one) => one.series > bound)).toEqual([]);
}, 240_000);
