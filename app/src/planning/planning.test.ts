import { startApp, type TestApp } from '../testing/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
}, 30_000);
afterAll(() => app.stop());

test('all that is kept here belongs to a user', () => {
  const { owned } = app.services.planning;
  expect(owned.map(({ modelName }) => modelName).sort()).toEqual([
    'CalendarLink',
    'Collection',
    'MealPlan',
    'Share',
    'ShoppingList',
  ]);
  for (const model of owned) expect(model.schema.path('owner').isRequired).toBe(true);
});

test('the indexes are those that the requirements list', () => {
  const indexes = (name: string) =>
    app.database.connection
      .model(name)
      .schema.indexes()
      .map(([keys]) => keys);
  expect(indexes('Collection')).toContainEqual({ owner: 1, name: 1 });
  expect(indexes('MealPlan')).toContainEqual({ owner: 1, startDate: 1, endDate: 1 });
  expect(indexes('ShoppingList')).toContainEqual({ owner: 1, isActive: 1 });
});
