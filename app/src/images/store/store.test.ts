import { loadSettings } from '@recipe-book/settings';
import { Database } from '../../database/connection.ts';
import { createLogger } from '../../logging/logger.ts';
import { startDatabase, type TestDatabase } from '../../testing/database.ts';
import { collectLines } from '../../testing/log-lines.ts';
import { startS3Server, type TestS3Server } from '../../testing/s3-server.ts';
import { DatabaseStore } from './database-store.ts';
import { type ImageStore, mostRemoved } from './image-store.ts';
import { openImageStore } from './open-store.ts';
import { S3Store } from './s3-store.ts';

let stored: TestDatabase;
let database: Database;
let s3: TestS3Server;

beforeAll(async () => {
  [stored, s3] = await Promise.all([startDatabase(), startS3Server()]);
  const settings = loadSettings({ DB_CONNECTION_POOL_MIN: '0' });
  database = new Database(stored.uri, settings, createLogger(settings, collectLines().stream));
}, 20_000);
afterAll(async () => {
  await database.close();
  await stored.stop();
  await s3.stop();
});

const pixels = (...values: number[]) => Buffer.from(values);

/** What every store does, whatever it keeps its files in. */
describe.each([
  ['the database', DatabaseStore, () => ({})],
  ['S3', S3Store, () => s3.settings],
] as const)('%s', (name, kind, settings) => {
  let store: ImageStore;
  beforeAll(async () => {
    store = openImageStore(loadSettings(settings()), database.connection);
    if (name === 'the database') await database.connect();
  });

  test('is what the settings say', () => {
    expect(store).toBeInstanceOf(kind);
  });

  test('gives back what it was given, by name and width', async () => {
    const large = Buffer.alloc(3_000_000, 'x');
    await store.save(
      'one',
      new Map([
        [320, pixels(0, 255, 10)],
        [640, large],
      ]),
    );
    await store.save('two', new Map([[320, pixels(2)]]));
    expect(await store.read('one', 320)).toEqual(pixels(0, 255, 10));
    expect((await store.read('one', 640))?.equals(large)).toBe(true);
    expect(await store.read('two', 320)).toEqual(pixels(2));
  });

  test('gives nothing for what is not there', async () => {
    await store.save('three', new Map([[320, pixels(1)]]));
    expect(await store.read('three', 640)).toBeUndefined();
    expect(await store.read('absent', 320)).toBeUndefined();
  });

  test('removes the files named and no others, as often as it is told', async () => {
    await store.save(
      'four',
      new Map([
        [320, pixels(1)],
        [640, pixels(2)],
      ]),
    );
    await store.save('five', new Map([[320, pixels(3)]]));
    await store.remove([{ name: 'four', widths: [320, 640] }]);
    await store.remove([{ name: 'four', widths: [320, 640] }]);
    expect(await store.read('four', 320)).toBeUndefined();
    expect(await store.read('four', 640)).toBeUndefined();
    expect(await store.read('five', 320)).toEqual(pixels(3));
  });
});

test('as many as are removed at a time are too few for S3 to refuse them', async () => {
  const store = openImageStore(loadSettings(s3.settings), database.connection);
  await store.save('seven', new Map([[1280, pixels(1)]]));
  const many = Array.from({ length: mostRemoved }, (_, at) => ({
    name: at === 0 ? 'seven' : `absent-${at}`,
    widths: [320, 640, 1280],
  }));
  await store.remove(many);
  expect(await store.read('seven', 1280)).toBeUndefined();
});

test.each([
  ['a wrong secret', { S3_SECRET_ACCESS_KEY: 'wrong' }, 'answered 403 to'],
  ['a bucket that is not there', { S3_BUCKET: 'elsewhere' }, 'answered 404 to'],
  ['a service that is not there', { S3_ENDPOINT: 'http://127.0.0.1:1' }, 'did not answer'],
])('%s is told apart from what is not stored', async (_what, change, message) => {
  const settings = loadSettings({ ...s3.settings, ...change });
  const store = openImageStore(settings, database.connection);
  const operations = [
    () => store.save('six', new Map([[320, pixels(1)]])),
    () => store.read('six', 320),
    () => store.remove([{ name: 'six', widths: [320] }]),
  ];
  for (const operation of operations) {
    await expect(operation()).rejects.toMatchObject({
      name: 'ImageStoreAway',
      message: expect.stringContaining(message),
    });
  }
});
