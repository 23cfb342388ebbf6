import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';
import { onePixel } from '../testing/one-pixel.ts';

let app: TestApp;
let ada: SignedInHeaders;
let bob: SignedInHeaders;

beforeAll(async () => {
  app = await startApp();
  ada = await app.signUp('ada@example.com');
  bob = await app.signUp('bob@example.com');
}, 30_000);
afterAll(() => app.stop());

async function addRecipe(title: string, user = ada, more: object = {}): Promise<string> {
  const { body } = await app.request
    .post('/api/recipes')
    .set(user)
    .send({ title, ...more })
    .expect(201);
  return body.id;
}

async function addPicture(recipeId: string): Promise<{ image: object }> {
  const { body } = await app.request
    .put(`/api/recipes/${recipeId}/image`)
    .set({ ...ada, 'content-type': 'image/png' })
    .send(onePixel)
    .expect(200);
  return body;
}

async function addCollection(recipeIds: string[] = [], name = 'Favourites'): Promise<string> {
  const { body } = await app.request
    .post('/api/collections')
    .set(ada)
    .send({ name, description: 'Good ones', recipeIds })
    .expect(201);
  return body.id;
}

describe('a collection', () => {
  test('can be read where Location says, with what is shown of its recipes, in order', async () => {
    const soup = await addRecipe('Soup');
    const cake = await addRecipe('Cake', ada, { servings: 8, dishType: 'dessert', tags: ['oven'] });
    const { image } = await addPicture(cake);
    const made = await app.request
      .post('/api/collections')
      .set(ada)
      .send({ name: 'Sunday', recipeIds: [cake, soup] })
      .expect(201);
    const { body } = await app.request.get(String(made.headers['location'])).set(ada).expect(200);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      name: 'Sunday',
      recipeIds: [cake, soup],
      recipes: [
        { id: cake, title: 'Cake', servings: 8, dishType: 'dessert', tags: ['oven'], image },
        { id: soup, title: 'Soup', tags: [] },
      ],
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    expect(made.body).toEqual(body);
  });

  test('takes recipes in, lets them go and puts them in another order by PATCH', async () => {
    const [soup, cake, pie] = [
      await addRecipe('Soup'),
      await addRecipe('Cake'),
      await addRecipe('Pie'),
    ];
    const id = await addCollection([soup, cake]);
    const { body } = await app.request
      .patch(`/api/collections/${id}`)
      .set(ada)
      .send({ recipeIds: [pie, soup], description: null })
      .expect(200);
    expect(body).toMatchObject({ name: 'Favourites', recipeIds: [pie, soup] });
    expect(body).not.toHaveProperty('description');
  });

  test('loses by PUT what is not sent', async () => {
    const id = await addCollection([await addRecipe('Soup')]);
    const { body } = await app.request
      .put(`/api/collections/${id}`)
      .set(ada)
      .send({ name: 'Empty' })
      .expect(200);
    expect(body).toMatchObject({ name: 'Empty', recipeIds: [], recipes: [] });
    expect(body).not.toHaveProperty('description');
  });

  test('loses a recipe that is deleted, and can still be changed', async () => {
    const [soup, cake] = [await addRecipe('Soup'), await addRecipe('Cake')];
    const id = await addCollection([soup, cake]);
    await app.request.delete(`/api/recipes/${soup}`).set(ada).expect(204);
    const { body } = await app.request.get(`/api/collections/${id}`).set(ada).expect(200);
    expect(body).toMatchObject({ recipeIds: [cake], recipes: [{ title: 'Cake' }] });
    await app.request.patch(`/api/collections/${id}`).set(ada).send({ name: 'New' }).expect(200);
    const list = await app.request.get('/api/collections?limit=100').set(ada).expect(200);
    expect(list.body.items.find((one: { id: string }) => one.id === id)).toMatchObject({
      name: 'New',
      recipeCount: 1,
    });
  });

  test('is gone after DELETE', async () => {
    const id = await addCollection();
    await app.request.delete(`/api/collections/${id}`).set(ada).expect(204);
    await app.request.get(`/api/collections/${id}`).set(ada).expect(404);
  });

  test('keeps both changes that come at the same moment', async () => {
    const id = await addCollection();
    const path = `/api/collections/${id}`;
    await Promise.all([
      app.request.patch(path).set(ada).send({ name: 'Both' }).expect(200),
      app.request.patch(path).set(ada).send({ description: 'changes' }).expect(200),
    ]);
    const { body } = await app.request.get(path).set(ada).expect(200);
    expect(body).toMatchObject({ name: 'Both', description: 'changes' });
  });
});

describe('refused', () => {
  test.each(['post', 'put', 'patch'] as const)("by %s: another user's recipe", async (method) => {
    const id = method === 'post' ? '' : `/${await addCollection()}`;
    const { body } = await app.request[method](`/api/collections${id}`)
      .set(ada)
      .send({ name: 'Mine', recipeIds: [await addRecipe('Soup'), await addRecipe('His', bob)] })
      .expect(400);
    expect(body.errors).toEqual([
      { path: 'recipeIds.1', message: 'You have no recipe with this id.' },
    ]);
  });

  test('the same recipe twice', async () => {
    const soup = await addRecipe('Soup');
    await app.request
      .post('/api/collections')
      .set(ada)
      .send({ name: 'Twice', recipeIds: [soup, soup] })
      .expect(400);
  });
});

test('another user finds and changes nothing', async () => {
  const path = `/api/collections/${await addCollection()}`;
  await app.request.get(path).set(bob).expect(404);
  await app.request.put(path).set(bob).send({ name: 'Mine' }).expect(404);
  await app.request.patch(path).set(bob).send({ name: 'Mine' }).expect(404);
  await app.request.delete(path).set(bob).expect(404);
  const list = await app.request.get('/api/collections').set(bob).expect(200);
  expect(list.body).toEqual({ items: [], page: 1, limit: 20, total: 0 });
});

test('the list comes in pages, by name', async () => {
  const cleo = await app.signUp('cleo@example.com');
  for (const name of ['B', 'C', 'A']) {
    await app.request.post('/api/collections').set(cleo).send({ name }).expect(201);
  }
  const { body } = await app.request.get('/api/collections?limit=2').set(cleo).expect(200);
  expect(body).toMatchObject({ total: 3, items: [{ name: 'A', recipeCount: 0 }, { name: 'B' }] });
});

describe('in the list, a collection', () => {
  test('shows the first four of the recipes that there are', async () => {
    const dan = await app.signUp('dan@example.com');
    const recipeIds: string[] = [];
    for (const title of ['1', '2', '3', '4', '5', '6']) recipeIds.push(await addRecipe(title, dan));
    await app.request
      .post('/api/collections')
      .set(dan)
      .send({ name: 'Six', recipeIds })
      .expect(201);
    await app.request.delete(`/api/recipes/${recipeIds[1]}`).set(dan).expect(204);
    const { body } = await app.request.get('/api/collections').set(dan).expect(200);
    expect(body.items).toMatchObject([
      { recipeCount: 5, firstRecipes: ['1', '3', '4', '5'].map((title) => ({ title })) },
    ]);
    expect(body.items[0].firstRecipes).toHaveLength(4);
  });

  test('is found by a recipe that is in it', async () => {
    const [soup, cake] = [await addRecipe('Soup'), await addRecipe('Cake')];
    await addCollection([soup], 'Only soup');
    await addCollection([soup, cake], 'Both');
    await addCollection([cake], 'Only cake');
    const { body } = await app.request
      .get(`/api/collections?recipeId=${soup}`)
      .set(ada)
      .expect(200);
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Both', 'Only soup']);
    await app.request.get('/api/collections?recipeId=x').set(ada).expect(400);
  });
});
