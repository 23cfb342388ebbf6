import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';

let app: TestApp;
let ada: SignedInHeaders;
let bob: SignedInHeaders;
let users = 0;

beforeAll(async () => {
  app = await startApp();
  bob = await app.signUp('bob@example.com');
}, 30_000);
beforeEach(async () => {
  users += 1;
  ada = await app.signUp(`ada-${users}@example.com`);
});
afterAll(() => app.stop());

const lists = '/api/shopping-lists';

interface Item {
  readonly id: string;
  readonly name: string;
}
interface List {
  readonly id: string;
  readonly items: Item[];
}

async function addList(body: object = {}, user = ada): Promise<List> {
  return (await app.request.post(lists).set(user).send(body).expect(201)).body;
}

async function addRecipe(body: object, user = ada): Promise<string> {
  return (await app.request.post('/api/recipes').set(user).send(body).expect(201)).body.id;
}

async function read(id: string) {
  return (await app.request.get(`${lists}/${id}`).set(ada).expect(200)).body;
}

const names = (list: List) => list.items.map(({ name }) => name);

describe('a shopping list', () => {
  test('can be read where Location says, its items by aisle', async () => {
    const items = [
      { name: 'bleach' },
      { name: 'milk', quantity: 1, unit: 'l', note: 'fresh' },
      { name: 'onions', quantity: 3 },
      { name: 'apples', checked: true },
    ];
    const made = await app.request.post(lists).set(ada).send({ name: 'Today', items }).expect(201);
    const { body } = await app.request.get(String(made.headers['location'])).set(ada).expect(200);
    expect(made.body).toEqual(body);
    const common = { id: expect.any(String), checked: false, recipeIds: [] };
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      version: 1,
      name: 'Today',
      isActive: true,
      itemCount: 4,
      checkedCount: 1,
      items: [
        { ...common, name: 'apples', aisle: 'produce', checked: true },
        { ...common, name: 'onions', quantity: 3, aisle: 'produce' },
        { ...common, name: 'milk', quantity: 1, unit: 'l', note: 'fresh', aisle: 'dairy' },
        { ...common, name: 'bleach', aisle: 'other' },
      ],
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
  });

  test('is made of recipes, for so many servings', async () => {
    const pasta = await addRecipe({
      title: 'Pasta',
      servings: 2,
      ingredients: [
        { quantity: 200, unit: 'g', name: 'spaghetti' },
        { quantity: 1, name: 'onion' },
      ],
    });
    const stew = await addRecipe({
      title: 'Stew',
      servings: 4,
      ingredients: [{ quantity: 2, name: 'Onions' }],
    });
    const fromRecipes = [{ recipeId: pasta, servings: 6 }, { recipeId: stew }];
    expect(await addList({ fromRecipes })).toMatchObject({
      name: 'Shopping list',
      items: [
        { name: 'onion', quantity: 5, recipeIds: [pasta, stew].sort() },
        { name: 'spaghetti', quantity: 600, unit: 'g', recipeIds: [pasta] },
      ],
    });
  });

  test('is made of a meal plan', async () => {
    const ingredients = [{ quantity: 1, unit: 'cup', name: 'rice' }];
    const recipeId = await addRecipe({ title: 'Rice', servings: 2, ingredients });
    const day = '2026-03-02';
    const slots = [
      { date: day, meal: 'lunch', recipeId, servings: 2 },
      { date: day, meal: 'dinner', recipeId, servings: 3 },
      { date: day, meal: 'snack', note: 'Fruit' },
    ];
    const plan = await app.request
      .post('/api/meal-plans')
      .set(ada)
      .send({ startDate: day, endDate: day, slots })
      .expect(201);
    const list = await addList({ fromMealPlan: plan.body.id });
    expect(list.items).toMatchObject([{ name: 'rice', quantity: 2.5, unit: 'cup' }]);
  });

  test('takes more in and adds it up', async () => {
    const { id } = await addList({ items: [{ name: 'milk', quantity: 1, unit: 'l' }] });
    const more = [{ name: 'Milk', quantity: 500, unit: 'ml' }, { name: 'bread' }];
    const { body } = await app.request
      .post(`${lists}/${id}/items`)
      .set(ada)
      .send({ items: more })
      .expect(200);
    expect(body).toMatchObject({
      itemCount: 2,
      items: [{ name: 'bread' }, { name: 'milk', quantity: 1.5 }],
    });
  });

  test('has items that can be ticked, changed and removed one by one', async () => {
    const { id, items } = await addList({ items: [{ name: 'milk', quantity: 1, unit: 'l' }] });
    const path = `${lists}/${id}/items/${items[0]?.id}`;
    const ticked = await app.request.patch(path).set(ada).send({ checked: true }).expect(200);
    expect(ticked.body).toMatchObject({ checkedCount: 1, items: [{ checked: true }] });
    const more = await app.request.patch(path).set(ada).send({ quantity: 2 }).expect(200);
    expect(more.body.items).toMatchObject([{ quantity: 2, unit: 'l', checked: true }]);
    const less = await app.request
      .patch(path)
      .set(ada)
      .send({ quantity: null, unit: null, aisle: 'drinks' })
      .expect(200);
    expect(less.body.items).toEqual([
      { id: items[0]?.id, name: 'milk', aisle: 'drinks', checked: true, recipeIds: [] },
    ]);
    const gone = await app.request.delete(path).set(ada).expect(200);
    expect(gone.body).toMatchObject({ itemCount: 0, items: [] });
    await app.request.patch(path).set(ada).send({ checked: false }).expect(404);
  });

  test('is replaced by PUT, where items that stay keep their ids', async () => {
    const { id, items } = await addList({ items: [{ name: 'milk' }, { name: 'bread' }] });
    const [bread] = items;
    const { body } = await app.request
      .put(`${lists}/${id}`)
      .set(ada)
      .send({ name: 'New', items: [{ ...bread, note: 'dark' }, { name: 'eggs' }] })
      .expect(200);
    expect(body).toMatchObject({
      name: 'New',
      isActive: true,
      items: [{ id: bread?.id, name: 'bread', note: 'dark' }, { name: 'eggs' }],
    });
  });

  test('can be sent back as it was read, and stays the same', async () => {
    const recipeId = await addRecipe({ title: 'x', ingredients: [{ name: 'salt' }] });
    const made = await addList({
      items: [{ name: 'milk', checked: true }],
      fromRecipes: [{ recipeId }],
    });
    const { body } = await app.request
      .patch(`${lists}/${made.id}`)
      .set(ada)
      .send({ items: made.items })
      .expect(200);
    expect(body.items).toEqual(made.items);
  });

  test('is gone after DELETE', async () => {
    const { id } = await addList();
    await app.request.delete(`${lists}/${id}`).set(ada).expect(204);
    await app.request.get(`${lists}/${id}`).set(ada).expect(404);
  });

  test('loses nothing when many devices write at the same moment', async () => {
    const { id } = await addList();
    const foods = ['milk', 'bread', 'eggs', 'rice', 'salt', 'tea'];
    await Promise.all(
      foods.map((name) =>
        app.request
          .post(`${lists}/${id}/items`)
          .set(ada)
          .send({ items: [{ name }] })
          .expect(200),
      ),
    );
    expect(names(await read(id)).sort()).toEqual([...foods].sort());
  });
});

describe('refused', () => {
  test("are another user's recipes and meal plans", async () => {
    const recipeId = await addRecipe({ title: 'His' }, bob);
    const { body } = await app.request
      .post(lists)
      .set(ada)
      .send({ fromRecipes: [{ recipeId }] })
      .expect(400);
    expect(body.errors).toEqual([
      { path: 'fromRecipes.0.recipeId', message: 'You have no recipe with this id.' },
    ]);
    const plan = await app.request
      .post('/api/meal-plans')
      .set(bob)
      .send({ startDate: '2026-03-02', endDate: '2026-03-02' })
      .expect(201);
    await app.request.post(lists).set(ada).send({ fromMealPlan: plan.body.id }).expect(400);
  });

  test("are another user's recipes on an item, quietly", async () => {
    const his = await addRecipe({ title: 'His' }, bob);
    const own = await addRecipe({ title: 'Mine' });
    const list = await addList({ items: [{ name: 'milk', recipeIds: [his, own] }] });
    expect(list.items).toMatchObject([{ recipeIds: [own] }]);
  });

  test('are more items than a list can hold', async () => {
    const items = Array.from({ length: 400 }, (_, index) => ({ name: `thing ${index}x` }));
    const { id } = await addList({ items });
    const more = items.map(({ name }) => ({ name: `more ${name}` }));
    await app.request.post(`${lists}/${id}/items`).set(ada).send({ items: more }).expect(400);
    expect((await read(id)).itemCount).toBe(400);
  });
});

test('another user finds and changes nothing', async () => {
  const { id, items } = await addList({ items: [{ name: 'milk' }] });
  const path = `${lists}/${id}`;
  const item = `${path}/items/${items[0]?.id}`;
  await app.request.get(path).set(bob).expect(404);
  await app.request.put(path).set(bob).send({ name: 'Mine' }).expect(404);
  await app.request.patch(path).set(bob).send({ name: 'Mine' }).expect(404);
  await app.request.delete(path).set(bob).expect(404);
  await app.request.post(`${path}/items`).set(bob).send({ items: [] }).expect(404);
  await app.request.patch(item).set(bob).send({ checked: true }).expect(404);
  await app.request.delete(item).set(bob).expect(404);
  await app.request.post(`${path}/sync`).set(bob).send({ changes: [] }).expect(404);
  await app.request.get(`${path}/events`).set(bob).expect(404);
  expect(names(await read(id))).toEqual(['milk']);
});
