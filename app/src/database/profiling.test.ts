import { loadSettings } from '@recipe-book/settings';
import { mongo } from 'mongoose';
import { createLogger } from '../logging/logger.ts';
import { startDatabase, type TestDatabase } from '../testing/database.ts';
import { collectLines, type LogLine } from '../testing/log-lines.ts';
import { Database } from './connection.ts';
import { profileSlowQueries } from './profiling.ts';

let stored: TestDatabase;
let database: Database;
let lines: LogLine[];

beforeEach(async () => {
  stored = await startDatabase();
}, 20_000);
afterEach(async () => {
  await database.connection.db?.command({ profile: 0 });
  await database.close();
  await stored.stop();
});

async function connect(environment: string) {
  const settings = loadSettings({
    APP_ENV: environment,
    DB_CONNECTION_POOL_MIN: '3',
    DB_CONNECTION_POOL_MAX: '7',
    DB_SLOW_QUERY: '42',
  });
  const output = collectLines();
  lines = output.lines;
  const logger = createLogger(settings, output.stream);
  database = new Database(stored.uri, settings, logger);
  await database.connect();
  return logger;
}

function level() {
  return database.connection.db?.command({ profile: -1 });
}

test('in development the database profiles slow queries', async () => {
  await connect('development');
  expect(await level()).toMatchObject({ was: 1, slowms: 42 });
  expect(lines.filter(({ message }) => String(message).includes('profile'))).toEqual([]);
});

test('in production it does not', async () => {
  await connect('production');
  expect(await level()).toMatchObject({ was: 0 });
});

test('a database that refuses is told of once, and does no harm', async () => {
  const logger = await connect('development');
  const nowhere = new mongo.MongoClient('mongodb://127.0.0.1:1', { serverSelectionTimeoutMS: 50 });
  await profileSlowQueries(nowhere.db(), 100, logger);
  expect(lines).toMatchObject([
    { level: 'warn', message: 'the database does not let the app profile slow queries' },
  ]);
});

test('the pool has the size of the settings', async () => {
  await connect('production');
  expect(database.connection.getClient().options).toMatchObject({
    minPoolSize: 3,
    maxPoolSize: 7,
  });
});
