import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';

/** A query as it went to the database. */
interface Sent {
  readonly method: string;
  readonly filter: object;
  readonly options: object;
}

let app: TestApp;
let ada: SignedInHeaders;
let id: string;
let sent: Sent[] = [];

beforeAll(async () => {
  app = await startApp();
  ada = await app.signUp('ada@example.com');
  for (let at = 0; at < 20; at++) {
    const parts = { tags: ['t'], cuisine: 'c', dishType: 'd', cookMinutes: at + 1, rating: 3 };
    const recipe = { title: `Soup ${at}`, ingredients: ['salt'], ...parts };
    id = (await app.request.post('/api/recipes').set(ada).send(recipe).expect(201)).body.id;
  }
  app.database.connection.base.set(
    'debug',
    (collection: string, method: string, ...rest: object[]) => {
      const [filter = {}, ...more] = rest;
      if (collection === 'recipes') sent.push({ method, filter, options: more.at(-1) ?? {} });
    },
  );
}, 20_000);
afterAll(() => app.stop());
beforeEach(() => {
  sent = [];
});

async function stagesOf({ filter, options }: Sent): Promise<string[]> {
  const recipes = app.database.connection.db?.collection('recipes');
  const plan = await recipes?.find(filter, options).explain('queryPlanner');
  return [...JSON.stringify(plan).matchAll(/"stage":"(\w+)"/g)].map(([, stage]) => stage ?? '');
}

async function expectIndexes(queries: number): Promise<void> {
  expect(sent.map(({ method }) => method)).toHaveLength(queries);
  for (const query of sent) {
    const stages = await stagesOf(query);
    expect(stages.some((stage) => /IXSCAN|IDHACK/.test(stage))).toBe(true);
    expect(stages).not.toContain('COLLSCAN');
    expect(stages).not.toContain('SORT');
  }
}

const filters = [
  '',
  'tag=t',
  'cuisine=c',
  'dishType=d',
  'maxMinutes=9',
  'tag=t&cuisine=c&maxMinutes=9',
];
const sorts = ['', 'sort=newest', 'sort=title', 'sort=time', 'sort=rating'];
const lists = filters.flatMap((filter) => sorts.map((sort) => `${filter}&${sort}`));

test.each(lists)('the list ?%s reads indexes in their order', async (query) => {
  const { body } = await app.request.get(`/api/recipes?${query}`).set(ada).expect(200);
  expect(body.items.length).toBeGreaterThan(0);
  await expectIndexes(2);
});

test.each([
  ['q=soup', 2],
  ['q=soup&cuisine=c&maxMinutes=9', 2],
  ['q=suop&tag=t', 3],
])('the search ?%s reads indexes in their order', async (query, queries) => {
  const { body } = await app.request.get(`/api/recipes?${query}`).set(ada).expect(200);
  expect(body.items.length).toBeGreaterThan(0);
  await expectIndexes(queries);
});

test('one recipe is read by its id', async () => {
  await app.request.get(`/api/recipes/${id}`).set(ada).expect(200);
  await expectIndexes(1);
});

test('a change reads and writes by the id', async () => {
  await app.request.patch(`/api/recipes/${id}`).set(ada).send({ rating: 4 }).expect(200);
  expect(sent.map(({ method }) => method)).toEqual(['findOne', 'findOneAndUpdate']);
});
