import { freePort } from '@recipe-book/test/program';
import { type AppProcess, eventually, startAppProcess } from '../testing/app-process.ts';
import { startOwnDatabase, type TestDatabase } from '../testing/database.ts';
import { startRedis, type TestRedis } from '../testing/redis.ts';
import { version } from '../version.ts';

const timestamp = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

let database: TestDatabase;
let databasePort: number;
let redis: TestRedis;
let app: AppProcess;

beforeAll(async () => {
  databasePort = await freePort();
  redis = await startRedis();
  app = await startAppProcess({
    MONGODB_URI: `mongodb://127.0.0.1:${databasePort}/test`,
    REDIS_URL: redis.url,
    HEALTH_CHECK_TIMEOUT: '500',
    DB_QUERY_TIMEOUT: '1000',
  });
}, 20_000);
afterAll(async () => {
  await app.program.stop();
  await Promise.all([database.stop(), redis.stop()]);
});

async function probe(name: string) {
  const answer = await fetch(`${app.url}/health${name}`);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

function becomes(name: string, status: string) {
  return eventually(
    () => probe(name),
    ({ body }) => body['status'] === status,
  );
}

// One story, told in its order: the parts of it cannot stand alone.
test('the probes tell how the app and what it depends on are', async () => {
  // The database is not there yet.
  expect(await probe('/live')).toEqual({
    status: 200,
    body: { status: 'ok', timestamp, uptime: expect.any(Number), version },
  });
  expect(await probe('/startup')).toEqual({ status: 503, body: { status: 'starting', timestamp } });
  expect(await probe('/ready')).toMatchObject({ status: 503, body: { status: 'starting' } });
  const early = await fetch(`${app.url}/api/auth/login`, { method: 'POST' });
  expect(early.status).toBe(503);
  expect(early.headers.get('retry-after')).toBe('2');

  // It comes up: no restart is needed.
  database = await startOwnDatabase(databasePort);
  await becomes('/ready', 'ok');
  expect(await probe('/startup')).toEqual({ status: 200, body: { status: 'ok', timestamp } });
  expect(await probe('/ready')).toEqual({
    status: 200,
    body: { status: 'ok', timestamp, checks: { database: 'ok', redis: 'ok' } },
  });
  expect(await probe('')).toEqual({
    status: 200,
    body: {
      status: 'ok',
      timestamp,
      uptime: expect.any(Number),
      version,
      checks: { database: 'ok', redis: 'ok' },
    },
  });

  // Redis goes: shown, but no reason to send no requests. It is taken up again when it is back.
  await redis.stop();
  expect(await becomes('/ready', 'degraded')).toEqual({
    status: 200,
    body: { status: 'degraded', timestamp, checks: { database: 'ok', redis: 'unavailable' } },
  });
  redis = await startRedis(redis.port);
  await becomes('/ready', 'ok');
  const complaints = app.logLines().filter(({ message }) => String(message).startsWith('Redis'));
  expect(complaints).toHaveLength(1);

  // The database goes.
  await database.stop();
  expect(await becomes('/ready', 'unavailable')).toMatchObject({
    status: 503,
    body: { checks: { database: 'unavailable', redis: 'ok' } },
  });
  expect(await probe('')).toMatchObject({ status: 503, body: { status: 'unavailable' } });
  expect(await probe('/live')).toMatchObject({ status: 200 });
  database = await startOwnDatabase(databasePort);
  await becomes('/ready', 'ok');
}, 40_000);
