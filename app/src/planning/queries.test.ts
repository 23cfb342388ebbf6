import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';

/** A query as mongoose sends it. */
interface Query {
  readonly collection: string;
  readonly method: string;
  readonly filter: object;
  readonly options: Readonly<Record<string, unknown>>;
}

let app: TestApp;
let ada: SignedInHeaders;
const queries: Query[] = [];

function record(
  collection: string,
  method: string,
  filter: object,
  options: Query['options'] = {},
): void {
  queries.push({ collection, method, filter, options });
}

beforeAll(async () => {
  app = await startApp();
  ada = await app.signUp('ada@example.com');
  app.database.connection.set('debug', record);
}, 30_000);
afterAll(() => app.stop());

async function add(
  path: string,
  body: object,
): Promise<{ id: string; url: string; apiUrl: string }> {
  return (await app.request.post(path).set(ada).send(body).expect(201)).body;
}

/** Some of everything. @returns a path for every endpoint that reads. */
async function fill(): Promise<string[]> {
  const day = '2026-03-02';
  const recipes = [
    await add('/api/recipes', { title: 'a' }),
    await add('/api/recipes', { title: 'b' }),
  ];
  const collection = await add('/api/collections', {
    name: 'x',
    recipeIds: recipes.map(({ id }) => id),
  });
  const slots = recipes.map(({ id }) => ({ date: day, meal: 'dinner', recipeId: id }));
  const plan = await add('/api/meal-plans', { startDate: day, endDate: day, slots });
  const list = await add('/api/shopping-lists', { fromMealPlan: plan.id });
  const shares = [
    await add('/api/shares', { kind: 'recipe', id: recipes[0]?.id }),
    await add('/api/shares', { kind: 'shopping-list', id: list.id }),
  ];
  const calendar = await add('/api/calendar', {});
  return [
    '/api/collections',
    `/api/collections/${collection.id}`,
    '/api/meal-plans',
    `/api/meal-plans?from=${day}`,
    `/api/meal-plans?to=${day}`,
    `/api/meal-plans?from=${day}&to=${day}`,
    `/api/meal-plans/${plan.id}`,
    '/api/shopping-lists',
    '/api/shopping-lists?isActive=true',
    '/api/shopping-lists?isActive=false',
    `/api/shopping-lists/${list.id}`,
    '/api/shares',
    ...shares.flatMap(({ url, apiUrl }) => [url, apiUrl]),
    '/api/export',
    '/api/calendar',
    calendar.url,
  ];
}

async function queriesOf(path: string): Promise<Query[]> {
  queries.length = 0;
  await app.request.get(path).set(ada).expect(200);
  return [...queries];
}

test('every read uses an index for what it finds and for its order, and asks only for what it shows', async () => {
  for (const path of await fill()) {
    for (const { collection, method, filter, options } of await queriesOf(path)) {
      const { sort, projection } = options as {
        sort?: Record<string, 1 | -1>;
        projection?: object;
      };
      if (method !== 'countDocuments')
        expect({ path, projection }).toEqual({ path, projection: expect.any(Object) });
      const found = app.database.connection.db?.collection(collection).find(filter);
      const plan = JSON.stringify(
        await (sort ? found?.sort(sort) : found)?.explain('queryPlanner'),
      );
      expect({ path, plan }).toEqual({
        path,
        plan: expect.stringMatching(/IXSCAN|IDHACK|EXPRESS/),
      });
      expect({ path, plan }).toEqual({ path, plan: expect.not.stringMatching(/COLLSCAN|"SORT"/) });
    }
  }
});

test('more data does not mean more queries', async () => {
  const paths = await fill();
  const before = await countsOf(paths);
  for (let more = 0; more < 3; more += 1) await fill();
  const after = await countsOf(paths.filter((path) => !path.startsWith('/api/calendar/')));
  for (const [path, count] of after) {
    expect([path, count]).toEqual([path, before.get(path)]);
    // The file of everything asks for each kind of thing.
    expect(count).toBeLessThanOrEqual(path === '/api/export' ? 10 : 3);
  }
});

async function countsOf(paths: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(path, (await queriesOf(path)).length);
  return counts;
}
