import { fileURLToPath } from 'node:url';
import { Program } from '@recipe-book/test/program';
import { startDatabase, type TestDatabase } from '../testing/database.ts';
import { type OtlpReceiver, startOtlpReceiver } from '../testing/otlp-receiver.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const clientKind = 3;
const errorStatus = 2;

/** Uses the database within a span, and outside of one. */
const program = `
  import { trace } from '@opentelemetry/api';
  import { loadSettings } from '@recipe-book/settings';
  import { Database } from '${at('./connection.ts')}';
  import { createLogger } from '${at('../logging/logger.ts')}';
  import { stopTelemetry } from '${at('../telemetry/stop.ts')}';
  const settings = loadSettings({ DB_SLOW_QUERY: '600000' });
  const logger = createLogger(settings, process.stderr);
  const database = new Database(process.env.MONGODB_URI, settings, logger);
  await database.open();
  const things = database.connection.collection('things');
  await things.createIndex({ name: 1 }, { unique: true });
  await things.insertOne({ name: 'first' });
  await trace.getTracer('test').startActiveSpan('work', async (span) => {
    const second = { filter: { name: 's3cret' }, update: { $set: { name: 'first' } } };
    await things.findOneAndUpdate(second.filter, second.update, { upsert: true }).catch(() => {});
    await things.insertOne({ name: 'first' }).catch(() => {});
    await things.findOne({ $s3cret: 1 }).catch(() => {});
    span.end();
  });
  await database.close();
  await stopTelemetry();
`;

let database: TestDatabase;
let receiver: OtlpReceiver;

beforeAll(async () => {
  [database, receiver] = await Promise.all([startDatabase(), startOtlpReceiver()]);
  const { code, lines } = await Program.run(
    process.execPath,
    ['--import', at('../telemetry/register.ts'), '--input-type=module', '--eval', program],
    { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, MONGODB_URI: database.uri },
  );
  expect({ code, lines }).toEqual({ code: 0, lines: [] });
}, 30_000);
afterAll(async () => {
  receiver.stop();
  await database.stop();
});

function commands() {
  return receiver.spans.filter(({ kind, name }) => kind === clientKind && name.endsWith('things'));
}

test('commands have spans below the work that sent them, called by what they do', () => {
  const parent = receiver.spans.find(({ name }) => name === 'work');
  const { port } = new URL(database.uri);
  expect(commands()).toMatchObject(
    [{ name: 'findAndModify things' }, { name: 'insert things' }, { name: 'find things' }].map(
      (each) => ({
        ...each,
        parentSpanId: parent?.spanId,
        attributes: { 'server.address': '127.0.0.1', 'server.port': Number(port) },
      }),
    ),
  );
});

test('what a unique index refuses is no error; what the database cannot do is', () => {
  expect(commands().map(({ status }) => status.code === errorStatus)).toEqual([false, false, true]);
});

test('values are on no span', () => {
  const [update] = commands();
  expect(update?.attributes['db.query.text']).toBe(
    '{"query":{"name":"?"},"update":{"$set":{"name":"?"}}}',
  );
  expect(JSON.stringify(commands().slice(0, 2))).not.toMatch(/s3cret|first/);
});
