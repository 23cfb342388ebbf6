import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';

let app: TestApp;
let ada: SignedInHeaders;
let bob: SignedInHeaders;

beforeAll(async () => {
  app = await startApp();
  ada = await app.signUp('ada@example.com');
  bob = await app.signUp('bob@example.com');
}, 30_000);
afterAll(() => app.stop());

const soup = {
  title: 'Soup',
  description: 'Hot',
  servings: 2,
  ingredients: [{ quantity: 1, unit: 'l', name: 'water' }],
  steps: ['Boil it.'],
  tags: ['easy'],
};

async function add(path: string, body: object, user = ada): Promise<string> {
  const made = await app.request.post(path).set(user).send(body).expect(201);
  return made.body.id;
}

async function share(kind: string, id: string, user = ada) {
  const { body } = await app.request.post('/api/shares').set(user).send({ kind, id }).expect(201);
  return body;
}

test('a recipe can be read by whoever has the link, without a word of its owner', async () => {
  const id = await add('/api/recipes', soup);
  const { token, url, apiUrl } = await share('recipe', id);
  expect([url, apiUrl]).toEqual([`/shared/${token}`, `/api/shared/${token}`]);
  expect(token).toMatch(/^[\w-]{43}$/);
  const { body } = await app.request.get(apiUrl).expect(200);
  expect(body).toEqual({ kind: 'recipe', recipe: soup });
});

test('a shopping list is shown as it is now, without ids', async () => {
  const recipeId = await add('/api/recipes', soup);
  const id = await add('/api/shopping-lists', { name: 'Today', fromRecipes: [{ recipeId }] });
  const { apiUrl } = await share('shopping-list', id);
  await app.request
    .post(`/api/shopping-lists/${id}/items`)
    .set(ada)
    .send({ items: [{ name: 'bread' }] })
    .expect(200);
  const { body } = await app.request.get(apiUrl).expect(200);
  expect(body).toEqual({
    kind: 'shopping-list',
    shoppingList: {
      name: 'Today',
      items: [
        { name: 'bread', aisle: 'bakery', checked: false },
        { name: 'water', quantity: 1, unit: 'l', aisle: 'drinks', checked: false },
      ],
    },
  });
});

test('a link leads nowhere after it is revoked, and each link is revoked on its own', async () => {
  const id = await add('/api/recipes', soup);
  const [first, second] = [await share('recipe', id), await share('recipe', id)];
  await app.request.delete(`/api/shares/${first.id}`).set(ada).expect(204);
  for (const address of ['url', 'apiUrl'] as const) {
    await app.request.get(first[address]).expect(404);
    await app.request.get(second[address]).expect(200);
  }
  await app.request.delete(`/api/shares/${first.id}`).set(ada).expect(404);
});

test('a link leads nowhere when what it shared is deleted', async () => {
  const id = await add('/api/recipes', soup);
  const { url, apiUrl } = await share('recipe', id);
  await app.request.delete(`/api/recipes/${id}`).set(ada).expect(204);
  await app.request.get(url).expect(404);
  await app.request.get(apiUrl).expect(404);
});

test('a link changes nothing', async () => {
  const { url, apiUrl } = await share('recipe', await add('/api/recipes', soup));
  for (const method of ['post', 'put', 'patch', 'delete'] as const) {
    await app.request[method](url).send({ title: 'x' }).expect(405);
    await app.request[method](apiUrl).send({ title: 'x' }).expect(405);
  }
});

test('the list shows what is shared, but no link', async () => {
  const cleo = await app.signUp('cleo@example.com');
  const id = await add('/api/recipes', soup, cleo);
  const { token, url: _, apiUrl: __, ...shown } = await share('recipe', id, cleo);
  const { body, text } = await app.request.get('/api/shares').set(cleo).expect(200);
  expect(body).toEqual({ items: [shown], page: 1, limit: 20, total: 1 });
  expect(shown).toMatchObject({ kind: 'recipe', targetId: id, title: 'Soup' });
  expect(text).not.toContain(token);
});

test('the list calls each share by the name that the thing has now, while it is there', async () => {
  const dora = await app.signUp('dora@example.com');
  const recipeId = await add('/api/recipes', soup, dora);
  const goneId = await add('/api/recipes', soup, dora);
  const listId = await add('/api/shopping-lists', { name: 'Today' }, dora);
  await share('recipe', goneId, dora);
  await share('shopping-list', listId, dora);
  await share('recipe', recipeId, dora);
  await app.request.delete(`/api/recipes/${goneId}`).set(dora).expect(204);
  await app.request
    .patch(`/api/recipes/${recipeId}`)
    .set(dora)
    .send({ title: 'Broth' })
    .expect(200);
  const { body } = await app.request.get('/api/shares').set(dora).expect(200);
  const titles = body.items.map(({ title }: { title?: string }) => title);
  expect(titles).toEqual(['Broth', 'Today', undefined]);
});

test('nobody can share or revoke what is not theirs', async () => {
  const id = await add('/api/recipes', soup);
  await app.request.post('/api/shares').set(bob).send({ kind: 'recipe', id }).expect(404);
  await app.request.post('/api/shares').set(ada).send({ kind: 'shopping-list', id }).expect(404);
  const made = await share('recipe', id);
  await app.request.delete(`/api/shares/${made.id}`).set(bob).expect(404);
  await app.request.get(made.url).expect(200);
});

test.each(['x', 'x'.repeat(43), '%7B%22$gt%22:%22%22%7D'])('%s opens nothing', async (token) => {
  await app.request.get(`/api/shared/${token}`).expect(404);
  await app.request.get(`/shared/${token}`).expect(404);
});

test('the secret of a link is stored only as a hash, and is in no log', async () => {
  const { token, url, apiUrl } = await share('recipe', await add('/api/recipes', soup));
  await app.request.get(url).expect(200);
  await app.request.get(apiUrl).expect(200);
  const stored = await app.database.connection.collection('shares').find().toArray();
  expect(JSON.stringify(stored)).not.toContain(token);
  expect(JSON.stringify(app.lines)).not.toContain(token);
});
