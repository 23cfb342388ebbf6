import { fileURLToPath } from 'node:url';
import { Program } from '@recipe-book/test/program';
import { type OtlpReceiver, startOtlpReceiver } from '../testing/otlp-receiver.ts';
import { startRedis, type TestRedis } from '../testing/redis.ts';

const register = fileURLToPath(new URL('./register.ts', import.meta.url));

/** Uses Redis within a span. */
const program = `
  import { trace } from '@opentelemetry/api';
  import { createClient } from 'redis';
  import { stopTelemetry } from '${new URL('./stop.ts', import.meta.url)}';
  const client = await createClient({ url: process.env.REDIS_URL }).connect();
  await trace.getTracer('test').startActiveSpan('work', async (span) => {
    await client.set('key', 's3cret');
    await client.eval("return 's3cret'", { keys: ['key'], arguments: ['s3cret'] });
    span.end();
  });
  await client.close();
  await stopTelemetry();
`;

let redis: TestRedis;
let receiver: OtlpReceiver;

beforeAll(async () => {
  [redis, receiver] = await Promise.all([startRedis(), startOtlpReceiver()]);
}, 30_000);
afterAll(async () => {
  receiver.stop();
  await redis.stop();
});

test('commands to Redis are called by their names and hold no values', async () => {
  const { code, lines } = await Program.run(
    process.execPath,
    ['--import', register, '--input-type=module', '--eval', program],
    { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, REDIS_URL: redis.url },
  );
  expect({ code, lines }).toEqual({ code: 0, lines: [] });
  const parent = receiver.spans.find(({ name }) => name === 'work');
  const below = { parentSpanId: parent?.spanId, traceId: parent?.traceId };
  const commands = receiver.spans.filter(({ scope }) => scope.endsWith('instrumentation-redis'));
  expect(commands).toMatchObject([
    { ...below, name: 'SET', attributes: { 'db.query.text': 'SET key' } },
    { ...below, name: 'EVAL', attributes: { 'db.query.text': 'EVAL' } },
  ]);
  expect(JSON.stringify(receiver.spans)).not.toContain('s3cret');
}, 30_000);
