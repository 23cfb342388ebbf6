import { fileURLToPath } from 'node:url';
import { loadSettings } from '@recipe-book/settings';
import { Program } from '@recipe-book/test/program';
import { Types } from 'mongoose';
import { createLogger } from '../logging/logger.ts';
import { createServices } from '../services.ts';
import { startDatabase, type TestDatabase } from '../testing/database.ts';
import { collectLines } from '../testing/log-lines.ts';
import { Database } from './connection.ts';

const makeIndexes = fileURLToPath(new URL('../migrate.ts', import.meta.url));

const userIndexes = [{ _id: 1 }, { email: 1 }, { resetPasswordToken: 1 }];
const idempotencyIndexes = [{ _id: 1 }, { owner: 1, key: 1 }, { expiresAt: 1 }];
const recipeIndexes = [
  { _id: 1 },
  { owner: 1, createdAt: -1 },
  { owner: 1, title: 1 },
  { tags: 1 },
  { cuisine: 1 },
  { dishType: 1 },
  { owner: 1, 'found.title': 1 },
  { owner: 1, 'found.minutes': 1 },
  { owner: 1, rating: -1, createdAt: -1 },
  { owner: 1, 'found.tags': 1, createdAt: -1 },
  { owner: 1, 'found.tags': 1, 'found.title': 1 },
  { owner: 1, 'found.tags': 1, 'found.minutes': 1 },
  { owner: 1, 'found.tags': 1, rating: -1, createdAt: -1 },
  { owner: 1, 'found.cuisine': 1, createdAt: -1 },
  { owner: 1, 'found.cuisine': 1, 'found.title': 1 },
  { owner: 1, 'found.cuisine': 1, 'found.minutes': 1 },
  { owner: 1, 'found.cuisine': 1, rating: -1, createdAt: -1 },
  { owner: 1, 'found.dishType': 1, createdAt: -1 },
  { owner: 1, 'found.dishType': 1, 'found.title': 1 },
  { owner: 1, 'found.dishType': 1, 'found.minutes': 1 },
  { owner: 1, 'found.dishType': 1, rating: -1, createdAt: -1 },
  { owner: 1, 'found.trigrams': 1, createdAt: -1 },
];

const pictureIndexes = [{ _id: 1 }, { owner: 1, recipe: 1 }];

let stored: TestDatabase;
let database: Database;

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
  const logger = createLogger(settings, collectLines().stream);
  database = new Database(stored.uri, settings, logger);
  createServices(database, settings);
  await database.connect();
}

/** Keys of the indexes; the order in which a server lists them is its own. */
async function indexesOf(collection: string): Promise<Set<string>> {
  const { db } = database.connection;
  const found = await db?.listCollections({ name: collection }).toArray();
  const indexes = found?.length ? await db?.collection(collection).indexes() : [];
  return asSet(indexes?.map(({ key }) => key) ?? []);
}

function asSet(keys: object[]): Set<string> {
  return new Set(keys.map((key) => JSON.stringify(key)));
}

test('in development the app makes the indexes', async () => {
  await connect('development');
  expect(await indexesOf('users')).toEqual(asSet(userIndexes));
  expect(await indexesOf('idempotencykeys')).toEqual(asSet(idempotencyIndexes));
  expect(await indexesOf('recipes')).toEqual(asSet(recipeIndexes));
  expect(await indexesOf('pictures')).toEqual(asSet(pictureIndexes));
});

test('in production a command makes the indexes', async () => {
  await connect('production');
  expect(await indexesOf('recipes')).toEqual(asSet([]));
  const env = { APP_ENV: 'production', MONGODB_URI: stored.uri };
  expect((await Program.run(process.execPath, [makeIndexes], env)).code).toBe(0);
  expect(await indexesOf('users')).toEqual(asSet(userIndexes));
  expect(await indexesOf('idempotencykeys')).toEqual(asSet(idempotencyIndexes));
  expect(await indexesOf('recipes')).toEqual(asSet(recipeIndexes));
}, 20_000);

test('the list reads an index', async () => {
  await connect('development');
  const list = database.connection.model('Recipe').find({ owner: new Types.ObjectId() });
  const plan = await list.sort({ createdAt: -1 }).explain('queryPlanner');
  expect(JSON.stringify(plan)).toContain('IXSCAN');
});
