import { Types } from 'mongoose';
import type { SessionRecord } from '../sessions/model.ts';
import { startApp, type TestApp } from '../testing/app.ts';
import { ownedDocuments } from './owned-data.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
}, 20_000);
afterAll(() => app.stop());

test('every model whose documents have an owner, or the id of one, is deleted with the account', () => {
  const owned = Object.values(app.database.connection.models)
    .filter(
      ({ schema }) =>
        schema.path('owner') !== undefined || schema.path('_id').options['ref'] === 'User',
    )
    .map(({ modelName }) => modelName);
  expect(owned.length).toBeGreaterThan(0);
  const listed = app.services.ownedData.map(({ model }) => model);
  // Missing here? Add it to ownedData in services.ts.
  expect(listed.toSorted()).toEqual(owned.toSorted());
});

test('more than one lot of documents goes too, and nothing of others', async () => {
  const [ada, bob] = [new Types.ObjectId(), new Types.ObjectId()];
  const sessions = app.database.connection.model<SessionRecord>('Session');
  const documents = Array.from({ length: 1002 }, (_, at) => ({
    _id: String(at),
    owner: at === 0 ? bob : ada,
    secret: 'x',
    passwordVersion: 0,
    expiresAt: new Date('2100-01-01'),
  }));
  await sessions.insertMany(documents);
  await ownedDocuments(sessions).removeAllOf(String(ada));
  expect(await sessions.find().select({ _id: 1 }).lean()).toEqual([{ _id: '0' }]);
}, 20_000);
