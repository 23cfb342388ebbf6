import { metrics } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { loadSettings } from '@recipe-book/settings';
import { createLogger } from '../logging/logger.ts';
import { connectionLabels, connectionMetricNames } from '../telemetry/names.ts';
import { eventually } from '../testing/app-process.ts';
import { startDatabase, type TestDatabase } from '../testing/database.ts';
import { Gate } from '../testing/gate.ts';
import { collectLines } from '../testing/log-lines.ts';
import { Database } from './connection.ts';

const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const reader = new PeriodicExportingMetricReader({ exporter });
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));

let stored: TestDatabase;
let gate: Gate;
let database: Database;

beforeAll(async () => {
  stored = await startDatabase();
  const settings = loadSettings({
    APP_ENV: 'production',
    DB_CONNECTION_POOL_MIN: '0',
    DB_CONNECTION_POOL_MAX: '2',
    DB_QUERY_TIMEOUT: '1000',
  });
  gate = await Gate.before(stored.uri);
  database = new Database(gate.uri, settings, createLogger(settings, collectLines().stream));
  await database.connect();
}, 20_000);
afterAll(async () => {
  gate.stop();
  await stored.stop();
  await reader.shutdown();
});

/** The value of a metric now, in one state where there are states. */
async function measured(name: string, state?: string): Promise<unknown> {
  await reader.forceFlush();
  const scopes = exporter.getMetrics().at(-1)?.scopeMetrics ?? [];
  const found = scopes
    .flatMap((scope) => scope.metrics)
    .find(({ descriptor }) => descriptor.name === name);
  return found?.dataPoints.find(({ attributes }) => attributes[connectionLabels.state] === state)
    ?.value;
}

test('connections in use, those waited for and those waited for in vain are counted', async () => {
  const { count, limit, idleMin, pendingRequests, timeouts } = connectionMetricNames;
  await Promise.all([database.ping(), database.ping()]);
  expect(await measured(limit)).toBe(2);
  expect(await measured(idleMin)).toBe(0);
  expect([await measured(count, 'idle'), await measured(count, 'used')]).toEqual([2, 0]);

  gate.close();
  const pings = [1, 2, 3].map(() => database.ping().catch((error: Error) => error.name));
  await eventually(
    async () => [
      await measured(count, 'idle'),
      await measured(count, 'used'),
      await measured(pendingRequests),
    ],
    (now) => String(now) === '0,2,1',
  );
  expect(await Promise.race(pings)).toBe('MongoWaitQueueTimeoutError');
  expect([await measured(pendingRequests), await measured(timeouts)]).toEqual([0, 1]);

  gate.open();
  await Promise.all(pings);
  expect([await measured(count, 'idle'), await measured(count, 'used')]).toEqual([2, 0]);
}, 20_000);

test('a pool that is closed counts nothing any more', async () => {
  await database.close();
  const { count, limit } = connectionMetricNames;
  expect(await measured(limit)).toBe(0);
  expect([await measured(count, 'idle'), await measured(count, 'used')]).toEqual([0, 0]);
});
