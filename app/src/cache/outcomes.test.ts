import { metrics } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { loadSettings } from '@recipe-book/settings';
import { createLogger } from '../logging/logger.ts';
import { Redis } from '../redis/redis.ts';
import { labels, metricNames } from '../telemetry/names.ts';
import { eventually } from '../testing/app-process.ts';
import { collectLines } from '../testing/log-lines.ts';
import { startRedis, type TestRedis } from '../testing/redis.ts';
import { Cache } from './cache.ts';

const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const reader = new PeriodicExportingMetricReader({ exporter });

let server: TestRedis;
let redis: Redis;
let cache: Cache;

beforeAll(async () => {
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  server = await startRedis();
  const settings = loadSettings({ REDIS_URL: server.url });
  redis = new Redis(settings, createLogger(settings, collectLines().stream));
  cache = new Cache(redis.store('cache', 5000), 300_000);
  redis.connect();
  await eventually(
    () => redis.ping().catch(() => 'away'),
    (answer) => answer !== 'away',
  );
}, 20_000);
afterAll(async () => {
  await redis.close();
  await reader.shutdown();
  await server.stop();
});

test('how each read went is counted', async () => {
  const make = async () => 'answer';
  await Promise.all([cache.read('a', make), cache.read('a', make), cache.read('a', make)]);
  // Nobody waits for it to be kept.
  const store = redis.store('cache', 5000);
  await eventually(
    () => store.take('a', 'other', 1),
    (found) => 'value' in found,
  );
  await cache.read('a', make);
  await cache.bypass(make);
  await server.stop();
  await cache.read('a', make);

  await reader.forceFlush();
  const [resource] = exporter.getMetrics();
  const reads = resource?.scopeMetrics
    .flatMap((scope) => scope.metrics)
    .find(({ descriptor }) => descriptor.name === metricNames.cacheReads);
  const counts = reads?.dataPoints.map(({ attributes, value }) => [
    attributes[labels.result],
    value,
  ]);
  expect(Object.fromEntries(counts ?? [])).toEqual({
    miss: 1,
    shared: 2,
    hit: 1,
    bypassed: 1,
    error: 1,
  });
});
