import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';

let app: TestApp;
let ada: SignedInHeaders;
let bob: SignedInHeaders;
let soup: string;

beforeAll(async () => {
  app = await startApp();
  ada = await app.signUp('ada@example.com');
  bob = await app.signUp('bob@example.com');
  soup = await addRecipe('Soup');
}, 30_000);
afterAll(() => app.stop());

async function addRecipe(title: string, user = ada): Promise<string> {
  const { body } = await app.request.post('/api/recipes').set(user).send({ title }).expect(201);
  return body.id;
}

const week = { startDate: '2026-03-02', endDate: '2026-03-08' };

async function addPlan(more: object = {}, user = ada): Promise<string> {
  const { body } = await app.request
    .post('/api/meal-plans')
    .set(user)
    .send({ ...week, ...more })
    .expect(201);
  return body.id;
}

describe('a meal plan', () => {
  test('can be read where Location says, as it was sent, with what is shown of its recipes', async () => {
    const plan = {
      ...week,
      name: 'A week',
      slots: [
        { date: '2026-03-02', meal: 'dinner', recipeId: soup, servings: 4 },
        { date: '2026-03-08', meal: 'second breakfast', note: 'Leftovers' },
      ],
    };
    const made = await app.request.post('/api/meal-plans').set(ada).send(plan).expect(201);
    const { body } = await app.request.get(String(made.headers['location'])).set(ada).expect(200);
    expect(body).toEqual({
      ...plan,
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      recipes: [{ id: soup, title: 'Soup', tags: [] }],
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    expect(made.body).toEqual(body);
  });

  test('is checked as a whole when a part of it changes', async () => {
    const slots = [{ date: '2026-03-08', meal: 'lunch', note: 'Picnic' }];
    const path = `/api/meal-plans/${await addPlan({ name: 'Old', slots })}`;
    const { body } = await app.request
      .patch(path)
      .set(ada)
      .send({ endDate: '2026-03-07' })
      .expect(400);
    expect(body.errors).toEqual([
      { path: 'slots.0.date', message: 'must lie between startDate and endDate' },
    ]);
    const changed = await app.request
      .patch(path)
      .set(ada)
      .send({ endDate: '2026-03-09', name: null })
      .expect(200);
    expect(changed.body).toMatchObject({ endDate: '2026-03-09', slots });
    expect(changed.body).not.toHaveProperty('name');
  });

  test('loses by PUT what is not sent', async () => {
    const path = `/api/meal-plans/${await addPlan({ name: 'Old' })}`;
    const { body } = await app.request.put(path).set(ada).send(week).expect(200);
    expect(body).not.toHaveProperty('name');
  });

  test('keeps the title of a recipe that is deleted, as a note', async () => {
    const pie = await addRecipe('Pie');
    const slots = [{ date: '2026-03-03', meal: 'dinner', recipeId: pie, servings: 2 }];
    const path = `/api/meal-plans/${await addPlan({ slots })}`;
    await app.request.delete(`/api/recipes/${pie}`).set(ada).expect(204);
    const asNote = { slots: [{ date: '2026-03-03', meal: 'dinner', note: 'Pie' }], recipes: [] };
    const read = await app.request.get(path).set(ada).expect(200);
    expect(read.body).toMatchObject(asNote);
    const renamed = await app.request.patch(path).set(ada).send({ name: 'New' }).expect(200);
    expect(renamed.body).toMatchObject({ name: 'New', ...asNote });
  });

  test('is gone after DELETE', async () => {
    const path = `/api/meal-plans/${await addPlan()}`;
    await app.request.delete(path).set(ada).expect(204);
    await app.request.get(path).set(ada).expect(404);
  });
});

describe('refused is', () => {
  test.each([
    ['an end before the start', { endDate: '2026-03-01' }, 'endDate'],
    ['more than a year', { endDate: '2027-03-04' }, 'endDate'],
    ['a day that does not exist', { endDate: '2026-02-30' }, 'endDate'],
    ['a day with a time', { endDate: '2026-03-08T00:00:00Z' }, 'endDate'],
    ['a slot outside', { slots: [{ date: '2026-03-09', meal: 'x', note: 'y' }] }, 'slots.0.date'],
    ['an empty slot', { slots: [{ date: '2026-03-02', meal: 'x' }] }, 'slots.0'],
    [
      'servings of a note',
      { slots: [{ date: '2026-03-02', meal: 'x', note: 'y', servings: 2 }] },
      'slots.0.servings',
    ],
    [
      'an unknown recipe',
      { slots: [{ date: '2026-03-02', meal: 'x', recipeId: 'f'.repeat(24) }] },
      'slots.0.recipeId',
    ],
  ])('%s', async (_what, wrong, path) => {
    const { body } = await app.request
      .post('/api/meal-plans')
      .set(ada)
      .send({ ...week, ...wrong })
      .expect(400);
    expect(body.errors).toEqual([{ path, message: expect.any(String) }]);
  });

  test("another user's recipe", async () => {
    const his = await addRecipe('His', bob);
    const slots = [{ date: '2026-03-02', meal: 'dinner', recipeId: his }];
    await app.request
      .post('/api/meal-plans')
      .set(ada)
      .send({ ...week, slots })
      .expect(400);
  });
});

test('another user finds and changes nothing', async () => {
  const path = `/api/meal-plans/${await addPlan()}`;
  await app.request.get(path).set(bob).expect(404);
  await app.request.put(path).set(bob).send(week).expect(404);
  await app.request.patch(path).set(bob).send({ name: 'Mine' }).expect(404);
  await app.request.delete(path).set(bob).expect(404);
  const list = await app.request.get('/api/meal-plans').set(bob).expect(200);
  expect(list.body.total).toBe(0);
});

describe('the list', () => {
  let cleo: SignedInHeaders;
  beforeAll(async () => {
    cleo = await app.signUp('cleo@example.com');
    for (const [startDate, endDate] of [
      ['2026-01-01', '2026-01-07'],
      ['2026-02-01', '2026-02-07'],
      ['2026-03-01', '2026-03-07'],
    ]) {
      await addPlan({ startDate, endDate }, cleo);
    }
  });

  test.each([
    ['', ['2026-03-01', '2026-02-01', '2026-01-01']],
    ['?from=2026-02-07', ['2026-03-01', '2026-02-01']],
    ['?from=2026-02-08', ['2026-03-01']],
    ['?to=2026-02-01', ['2026-02-01', '2026-01-01']],
    ['?from=2026-01-05&to=2026-01-31', ['2026-01-01']],
    ['?page=2&limit=2', ['2026-01-01']],
  ])('%s has the plans that touch these days, the latest first', async (query, starts) => {
    const { body } = await app.request.get(`/api/meal-plans${query}`).set(cleo).expect(200);
    expect(body.items.map((plan: { startDate: string }) => plan.startDate)).toEqual(starts);
    expect(body.items[0]).not.toHaveProperty('slots');
  });

  test.each(['from=x', 'from=2026-02-30', 'from=2026-02-02&to=2026-02-01', 'from[$gt]='])(
    'refuses ?%s',
    async (query) => {
      await app.request.get(`/api/meal-plans?${query}`).set(cleo).expect(400);
    },
  );
});
