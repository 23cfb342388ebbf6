import { startApp, type TestApp } from '../../testing/app.ts';
import { type Amount, generate, syntheticUsers } from './generate.ts';
import { unevenSizes } from './sizes.ts';

const amount: Amount = { users: 4, recipes: 250, seed: 7 };
const password = 'public password';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
}, 20_000);
afterAll(() => app.stop());

function run() {
  return generate(app.services, app.database.connection, amount, password, () => {});
}

function countOf(collection: string, filter: object = {}): Promise<number> {
  return app.database.connection.collection(collection).countDocuments(filter);
}

test('makes whole accounts that can be used, and each only once', async () => {
  expect(await run()).toEqual({ users: 4, recipes: 250, usersBefore: 0 });
  expect(await run()).toEqual({ users: 0, recipes: 0, usersBefore: 4 });
  expect(await countOf('recipes')).toBe(250);

  const [largest] = syntheticUsers(amount);
  const { body } = await app.request
    .post('/api/auth/login')
    .send({ email: 'cook-1@7.example.com', password })
    .expect(200);
  expect(body.user.id).toBe(largest?.id);
  const { id: owner, recipes: size } = largest ?? { id: '', recipes: 0 };
  const query = { page: 1, limit: 1 };
  const { recipes, planning } = app.services;
  const found = await recipes.list(owner, { ...query, q: 'salt' });
  expect(found.total).toBeGreaterThan(0);
  expect((await recipes.list(owner, query)).total).toBe(size);
  expect((await planning.collections.list(owner, query)).items[0]?.recipeCount).toBeGreaterThan(0);
  expect((await planning.mealPlans.list(owner, query)).total).toBeGreaterThan(0);
  expect((await planning.shoppingLists.list(owner, query)).items[0]?.itemCount).toBeGreaterThan(0);
});

test('makes anew what an interrupted run left half done', async () => {
  const [, second] = syntheticUsers(amount);
  const { connection } = app.database;
  await connection.collection('users').deleteOne({ email: second?.email });
  const half = await connection.collection('recipes').find().limit(200).toArray();
  await connection.collection('recipes').deleteMany({ _id: { $in: half.map(({ _id }) => _id) } });
  const others = await countOf('recipes');
  expect(await run()).toEqual({ users: 1, recipes: second?.recipes, usersBefore: 3 });
  const { recipes } = app.services;
  const { total } = await recipes.list(second?.id ?? '', { page: 1, limit: 1 });
  expect(total).toBe(second?.recipes);
  expect(await countOf('recipes')).toBeLessThanOrEqual(others + total);
});

test('the same seed makes the same recipes, another one others', async () => {
  const titles = async (seed: number) => {
    const small = { users: 1, recipes: 5, seed };
    const { connection } = app.database;
    await generate(app.services, connection, small, password, () => {});
    const [user] = syntheticUsers(small);
    const { items } = await app.services.recipes.list(user?.id ?? '', { page: 1, limit: 5 });
    await connection.collection('users').deleteOne({ email: user?.email });
    return items.map(({ title }) => title);
  };
  const first = await titles(1);
  expect(first).toHaveLength(5);
  expect(await titles(1)).toEqual(first);
  expect(await titles(2)).not.toEqual(first);
});

test('few users have many recipes, and nobody more than is allowed', () => {
  const sizes = unevenSizes(1000, 100_000, 10_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(100_000);
  expect(sizes[0]).toBe(10_000);
  expect(sizes[500]).toBeGreaterThan(10);
  expect(sizes[500]).toBeLessThan(60);
  expect(unevenSizes(3, 30_000, 10_000)).toEqual([10_000, 10_000, 10_000]);
  expect(unevenSizes(3, 1, 10_000).reduce((sum, size) => sum + size, 0)).toBe(1);
});
