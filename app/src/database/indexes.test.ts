import { fileURLToPath } from 'node:url';
import { loadSettings } from '@recipe-book/settings';
import { Program } from '@recipe-book/test/program';
import { createLogger } from '../logging/logger.ts';
import { createServices } from '../services.ts';
import { startDatabase, type TestDatabase } from '../testing/database.ts';
import { Gate } from '../testing/gate.ts';
import { collectLines, type LogLine } from '../testing/log-lines.ts';
import { requiredIndexes } from '../testing/required-indexes.ts';
import { Database } from './connection.ts';
import { compareIndexes } from './indexes.ts';

const command = fileURLToPath(new URL('../migrate.ts', import.meta.url));

let stored: TestDatabase;
let database: Database;
let lines: LogLine[];

beforeEach(async () => {
  stored = await startDatabase();
}, 20_000);
afterEach(async () => {
  await database.connection.dropDatabase();
  await database.close();
  await stored.stop();
});

async function connect(environment: string): Promise<void> {
  const settings = loadSettings({ APP_ENV: environment, DB_CONNECTION_POOL_MIN: '0' });
  const output = collectLines();
  lines = output.lines;
  database = new Database(stored.uri, settings, createLogger(settings, output.stream));
  createServices(database, settings);
  await database.connect();
}

async function migrate(...options: string[]) {
  return migrateWith({ MONGODB_URI: stored.uri }, ...options);
}

async function migrateWith(
  settings: Record<string, string>,
  ...options: string[]
): Promise<{ code: number | null; lines: LogLine[] }> {
  const env = { APP_ENV: 'production', ...settings };
  const ended = await Program.run(process.execPath, [command, ...options], env);
  return { code: ended.code, lines: ended.lines.map((line): LogLine => JSON.parse(line)) };
}

function collection(name: string) {
  return database.connection.collection(name);
}

test('the models have the indexes that the requirements list, with no options', async () => {
  await connect('development');
  for (const [name, keys] of Object.entries(requiredIndexes)) {
    const indexes = database.connection.model(name).schema.indexes();
    for (const key of keys) expect(indexes).toContainEqual([key, {}]);
  }
});

test('the indexes of the database are those of the models, in both directions', async () => {
  await connect('development');
  expect(await compareIndexes(database.connection)).toEqual({ missing: [], unknown: [] });

  await collection('recipes').dropIndex('owner_1_title_1');
  await collection('users').createIndex({ name: 1 });
  expect(await compareIndexes(database.connection)).toEqual({
    missing: ['recipes {"owner":1,"title":1}'],
    unknown: [{ collection: 'users', name: 'name_1', index: 'users {"name":1}' }],
  });
}, 20_000);

test('the command says what it made and what no model has, and drops that only when told', async () => {
  await connect('production');
  await collection('users').createIndex({ name: 1 });
  const first = await migrate();
  expect(first.code).toBe(0);
  const made = first.lines.filter(({ message }) => message === 'index made');
  expect(made.map(({ index }) => index)).toContain('recipes {"owner":1,"createdAt":-1}');
  expect(first.lines).toContainEqual(
    expect.objectContaining({ level: 'warn', index: 'users {"name":1}', name: 'name_1' }),
  );

  const second = await migrate();
  expect(second.lines.filter(({ message }) => message === 'index made')).toEqual([]);
  expect((await compareIndexes(database.connection)).unknown).toHaveLength(1);

  expect((await migrate('--drop-unknown')).lines).toContainEqual(
    expect.objectContaining({ message: 'index dropped', index: 'users {"name":1}' }),
  );
  expect(await compareIndexes(database.connection)).toEqual({ missing: [], unknown: [] });
}, 30_000);

test('an index with other options is replaced only when told', async () => {
  await connect('production');
  await collection('users').createIndex({ resetPasswordToken: 1 }, { sparse: true });
  const refused = await migrate();
  expect(refused.code).toBe(1);
  expect(refused.lines.at(-1)).toMatchObject({
    level: 'error',
    message: expect.stringMatching(/users \{"resetPasswordToken":1\}.*--drop-unknown/),
  });
  expect((await migrate('--drop-unknown')).code).toBe(0);
  expect(await compareIndexes(database.connection)).toEqual({ missing: [], unknown: [] });
}, 20_000);

test('the command waits for an index for longer than a request waits for an answer', async () => {
  await connect('production');
  const gate = await Gate.before(stored.uri);
  // One connection, since those made later are not held.
  const limits = { DB_QUERY_TIMEOUT: '500', DB_CONNECTION_POOL_MIN: '0' };
  const settings = loadSettings({ ...limits, APP_ENV: 'production', DB_QUERY_TIMEOUT: '1500' });
  const app = new Database(gate.uri, settings, database.logger);
  try {
    await app.open();
    const held = gate.closeAfter('createIndexes');
    const migrated = migrateWith({ MONGODB_URI: gate.uri, ...limits });
    await held;
    await expect(app.ping()).rejects.toThrow('timed out');
    gate.open();
    expect((await migrated).code).toBe(0);
    expect(await compareIndexes(database.connection)).toEqual({ missing: [], unknown: [] });
  } finally {
    gate.stop();
    await app.close();
  }
}, 30_000);

test('in development the app replaces it by itself', async () => {
  await connect('development');
  await collection('users').dropIndex('resetPasswordToken_1');
  await collection('users').createIndex({ resetPasswordToken: 1 }, { sparse: true });
  await database.close();
  await connect('development');
  expect(await compareIndexes(database.connection)).toEqual({ missing: [], unknown: [] });
}, 20_000);

test('in production the app starts without indexes, but names them and the command', async () => {
  await connect('production');
  const warning = lines.find(({ message }) => String(message).includes('missing'));
  expect(warning).toMatchObject({
    message: expect.stringContaining('indexes are missing'),
    indexes: expect.arrayContaining(['recipes {"owner":1,"createdAt":-1}']),
    command: 'node app/src/migrate.ts',
  });
  await migrate();
  await database.close();
  await connect('production');
  expect(lines.filter(({ message }) => String(message).includes('missing'))).toEqual([]);
}, 20_000);
