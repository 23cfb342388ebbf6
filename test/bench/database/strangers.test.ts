import { type Amount, generate, syntheticUsers } from '../../../app/src/seed/synthetic/generate.ts';
import { startDatabase, type TestDatabase } from '../../../app/src/testing/database.ts';
import { type Api, openApi } from './api.ts';
import { refuseStrangers } from './strangers.ts';

const amount: Amount = { users: 2, recipes: 20, seed: 3 };

let database: TestDatabase;
let api: Api;
beforeAll(async () => {
  database = await startDatabase();
  api = await openApi(database.uri);
}, 30_000);
afterAll(async () => {
  await api.database.close();
  await database.stop();
});

test('an empty database is one to fill, and so is one that was filled', async () => {
  await refuseStrangers(api, syntheticUsers(amount));
  await generate(api.services, api.database.connection, amount, 'public password', () => {});
  await refuseStrangers(api, syntheticUsers(amount));
}, 30_000);

test('one with other users is refused', async () => {
  await expect(refuseStrangers(api, syntheticUsers({ ...amount, seed: 4 }))).rejects.toThrow(
    'has 2 users that are not made up for this benchmark',
  );
});
