import { Types } from 'mongoose';
import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';

let app: TestApp;
let ada: SignedInHeaders;

beforeAll(async () => {
  app = await startApp();
  ada = await app.signUp('ada@example.com');
  const bob = await app.signUp('bob@example.com');
  await add(bob, { title: "Bob's tomato soup", cuisine: 'French', tags: ['Quick'] });
  for (const recipe of recipes) await add(ada, recipe);
}, 20_000);
afterAll(() => app.stop());

/** Oldest first. */
const recipes = [
  {
    title: 'Tomato soup',
    ingredients: ['1 kg tomatoes', 'salt'],
    cuisine: 'French',
    cookMinutes: 40,
  },
  { title: 'Crème brûlée', ingredients: ['4 eggs', '500 ml cream'], cuisine: 'french', rating: 5 },
  {
    title: 'Spaghetti carbonara',
    ingredients: ['guanciale', '3 eggs'],
    cuisine: 'Italian',
    rating: 4,
  },
  {
    title: 'almond tart',
    ingredients: ['200 g almonds'],
    dishType: 'Dessert',
    rating: 5,
    prepMinutes: 10,
  },
  {
    title: 'Salad',
    ingredients: ['cherry tomatoes', 'salt'],
    tags: ['Quick', 'vegan'],
    prepMinutes: 15,
    cookMinutes: 5,
  },
  { title: '親子丼と鶏肉のスープ', ingredients: ['鶏肉'], tags: ['quick'] },
];

async function add(user: SignedInHeaders, recipe: object): Promise<void> {
  await app.request.post('/api/recipes').set(user).send(recipe).expect(201);
}

async function titles(query: Record<string, string | number>): Promise<string[]> {
  const { body } = await app.request.get('/api/recipes').query(query).set(ada).expect(200);
  const found = body.items.map(({ title }: { title: string }) => title);
  if (!('page' in query || 'limit' in query)) expect(body.total).toBe(found.length);
  return found;
}

test.each([
  ['a word of the title', 'carbonara', ['Spaghetti carbonara']],
  ['the beginning of a word', 'spag', ['Spaghetti carbonara']],
  ['another case, without accents', 'creme BRULEE', ['Crème brûlée']],
  ['a word of an ingredient', 'guanciale', ['Spaghetti carbonara']],
  ['a word of the title before one of an ingredient', 'tomato', ['Tomato soup', 'Salad']],
  ['words from both', 'soup salt', ['Tomato soup']],
  ['two letters exchanged in a short word', 'slat', ['Salad', 'Tomato soup']],
  ['a letter missing', 'tomto', ['Tomato soup', 'Salad']],
  ['a wrong letter', 'sapt', ['Salad', 'Tomato soup']],
  ['a letter too many', 'saladd', ['Salad']],
  ['two errors in a long word', 'spagetti carbonnara', ['Spaghetti carbonara']],
  ['errors in the beginning of a word', 'guanxia', ['Spaghetti carbonara']],
  ['a language without spaces', '鶏肉', ['親子丼と鶏肉のスープ']],
  ['a word that is nowhere', 'pizza', []],
  ['one word that is nowhere', 'tomato pizza', []],
  ['nothing that is a word', '?!', []],
  ['an expression', '.*', []],
])('finds %s', async (_what, q, expected) => {
  expect(await titles({ q })).toEqual(expected);
});

test.each([
  [{ cuisine: 'FRENCH' }, ['Crème brûlée', 'Tomato soup']],
  [{ tag: 'quick' }, ['親子丼と鶏肉のスープ', 'Salad']],
  [{ dishType: 'dessert' }, ['almond tart']],
  [{ maxMinutes: 20 }, ['Salad', 'almond tart']],
  [{ maxMinutes: 19 }, ['almond tart']],
  [{ maxMinutes: 60, cuisine: 'french' }, ['Tomato soup']],
  [{ cuisine: 'french', q: 'egg' }, ['Crème brûlée']],
  [{ tag: 'nothing' }, []],
])('filters by %j', async (filter, expected) => {
  expect(await titles(filter)).toEqual(expected);
});

test.each(['newest', 'title', 'time', 'rating'])(
  'a recipe as old as time itself is there by %s too',
  async (sort) => {
    const cleo = await app.signUp(`cleo.${sort}@example.com`);
    const { body } = await app.request
      .post('/api/recipes')
      .set(cleo)
      .send({ title: 'Bread', prepMinutes: 5 })
      .expect(201);
    const { matchedCount } = await app.database.connection
      .collection('recipes')
      .updateOne({ _id: new Types.ObjectId(body.id) }, { $set: { createdAt: new Date(0) } });
    expect(matchedCount).toBe(1);
    for (const query of [{ sort }, { sort, q: 'bread' }]) {
      const list = app.request.get('/api/recipes').query({ ...query, maxMinutes: 10 });
      expect((await list.set(cleo).expect(200)).body).toMatchObject({
        total: 1,
        items: [{ title: 'Bread' }],
      });
    }
  },
);

test.each([
  ['title', ['almond tart', 'Crème brûlée', 'Salad', 'Spaghetti carbonara', 'Tomato soup']],
  ['time', ['almond tart', 'Salad', 'Tomato soup']],
  ['rating', ['almond tart', 'Crème brûlée', 'Spaghetti carbonara']],
  ['newest', ['親子丼と鶏肉のスープ', 'Salad', 'almond tart']],
])('sorts by %s', async (sort, expected) => {
  expect((await titles({ sort })).slice(0, expected.length)).toEqual(expected);
});

test('what is found by words can be sorted and paged', async () => {
  expect(await titles({ q: 'egg', sort: 'rating' })).toEqual([
    'Crème brûlée',
    'Spaghetti carbonara',
  ]);
  const query = { q: 'egg', sort: 'title', page: 2, limit: 1 };
  const { body } = await app.request.get('/api/recipes').query(query).set(ada).expect(200);
  expect(body).toMatchObject({ total: 2, items: [{ title: 'Spaghetti carbonara' }] });
  expect(body.items[0]).not.toHaveProperty('found');
});

test('a change is found at once', async () => {
  const { body } = await app.request
    .post('/api/recipes')
    .set(ada)
    .send({ title: 'Pie', tags: ['x'] });
  await app.request
    .patch(`/api/recipes/${body.id}`)
    .set(ada)
    .send({ ingredients: ['2 quinces'] });
  expect(await titles({ q: 'quince' })).toEqual(['Pie']);
  expect(await titles({ tag: 'x', q: 'pie' })).toEqual(['Pie']);
  await app.request.patch(`/api/recipes/${body.id}`).set(ada).send({ title: 'Cake', tags: [] });
  expect(await titles({ q: 'pie' })).toEqual([]);
  expect(await titles({ tag: 'x' })).toEqual([]);
});
