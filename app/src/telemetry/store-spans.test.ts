import { fileURLToPath } from 'node:url';
import { Program } from '@recipe-book/test/program';
import { startDatabase, type TestDatabase } from '../testing/database.ts';
import { type OtlpReceiver, startOtlpReceiver } from '../testing/otlp-receiver.ts';
import { startRedis, type TestRedis } from '../testing/redis.ts';

const register = fileURLToPath(new URL('./register.ts', import.meta.url));
const okStatus = 1;

/** Uses the stores within a span. */
const program = `
  import { trace } from '@opentelemetry/api';
  import mongoose from 'mongoose';
  import { createClient } from 'redis';
  import { stopTelemetry } from '${new URL('./stop.ts', import.meta.url)}';
  const client = await createClient({ url: process.env.REDIS_URL }).connect();
  const database = await mongoose.createConnection(process.env.MONGODB_URI).asPromise();
  const things = database.collection('things');
  await things.createIndex({ name: 1 }, { unique: true });
  await things.insertOne({ name: 'first' });
  await trace.getTracer('test').startActiveSpan('work', async (span) => {
    await client.set('key', 's3cret');
    await client.eval("return 's3cret'", { keys: ['key'], arguments: ['s3cret'] });
    await things
      .findOneAndUpdate({ name: 'second' }, { $set: { name: 'first' } }, { upsert: true })
      .catch(() => {});
    await things.insertOne({ name: 'first' }).catch(() => {});
    span.end();
  });
  await client.close();
  await database.close();
  await stopTelemetry();
`;

let database: TestDatabase;
let redis: TestRedis;
let receiver: OtlpReceiver;

beforeAll(async () => {
  [database, redis, receiver] = await Promise.all([
    startDatabase(),
    startRedis(),
    startOtlpReceiver(),
  ]);
  const { code, lines } = await Program.run(
    process.execPath,
    ['--import', register, '--input-type=module', '--eval', program],
    {
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      REDIS_URL: redis.url,
      MONGODB_URI: database.uri,
    },
  );
  expect({ code, lines }).toEqual({ code: 0, lines: [] });
}, 30_000);
afterAll(async () => {
  receiver.stop();
  await Promise.all([database.stop(), redis.stop()]);
});

function spansOf(scope: string) {
  return receiver.spans.filter((span) => span.scope.endsWith(scope));
}

test('commands to Redis are called by their names and hold no values', () => {
  const parent = receiver.spans.find(({ name }) => name === 'work');
  const below = { parentSpanId: parent?.spanId, traceId: parent?.traceId };
  expect(spansOf('redis')).toMatchObject([
    { ...below, name: 'SET', attributes: { 'db.query.text': 'SET key' } },
    { ...below, name: 'EVAL', attributes: { 'db.query.text': 'EVAL' } },
  ]);
  expect(JSON.stringify(receiver.spans)).not.toContain('s3cret');
});

test('what a unique index refuses is no error, and does not say what it was', () => {
  const spans = spansOf('mongodb');
  expect(spans.map(({ name }) => name)).toEqual(['findAndModify things', 'insert things']);
  for (const { status, events } of spans) {
    expect(status.code).toBeLessThanOrEqual(okStatus);
    expect(status.message).toBe('');
    expect(events).toEqual([]);
  }
});
