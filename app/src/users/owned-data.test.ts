import { startApp, type TestApp } from '../testing/app.ts';

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
