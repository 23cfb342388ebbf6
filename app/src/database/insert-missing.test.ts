import mongoose, { type Connection, type Model, Schema } from 'mongoose';
import { startDatabase, type TestDatabase } from '../testing/database.ts';
import { insertMissing } from './insert-missing.ts';

let database: TestDatabase;
let connection: Connection;
let things: Model<Thing>;

interface Thing {
  readonly _id: unknown;
  readonly name: string;
}

const thing = new Schema<Thing>({ _id: Schema.Types.Mixed, name: String });

beforeAll(async () => {
  database = await startDatabase();
  connection = await mongoose.createConnection(database.uri).asPromise();
  things = connection.model<Thing>('Thing', thing);
  await things.create({ _id: 'taken', name: 'First' });
}, 20_000);
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
  await database.stop();
});

test('records whose id is taken are left out', async () => {
  const records = [
    { _id: 'taken', name: 'Second' },
    { _id: 'free', name: 'Second' },
  ];
  expect(await insertMissing(things, records)).toBe(1);
  expect(await things.find().sort({ name: 1 }).lean()).toMatchObject([
    { _id: 'taken', name: 'First' },
    { _id: 'free', name: 'Second' },
  ]);
});

test('what else goes wrong is not taken for that, even after one whose id is taken', async () => {
  const listAsId = { _id: [1], name: 'Wrong' };
  await expect(insertMissing(things, [{ _id: 'taken' }, listAsId])).rejects.toMatchObject({
    name: 'MongoBulkWriteError',
  });
});
