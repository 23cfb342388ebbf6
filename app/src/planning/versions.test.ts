import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';

let app: TestApp;
let ada: SignedInHeaders;

beforeAll(async () => {
  app = await startApp();
  ada = await app.signUp('ada@example.com');
}, 30_000);
afterAll(() => app.stop());

async function make(path: string, body: object): Promise<string> {
  const made = await app.request.post(path).set(ada).send(body).expect(201);
  return made.headers['location'] ?? '';
}

const ifMatch = (tag: string) => ({ ...ada, 'If-Match': tag });
const day = { startDate: '2026-03-02', endDate: '2026-03-02' };

describe.each([
  ['/api/collections', { name: 'First' }, { name: 'Second' }],
  ['/api/meal-plans', { ...day, name: 'First' }, { ...day, name: 'Second' }],
  ['/api/shopping-lists', { name: 'First', isActive: false }, { name: 'Second' }],
])('%s', (list, first, second) => {
  test('the tag of a thing is its version, which goes up with every change', async () => {
    const made = await app.request.post(list).set(ada).send(first).expect(201);
    expect([made.headers['etag'], made.body.version]).toEqual(['"1"', 1]);
    const path = made.headers['location'] ?? '';
    const put = await app.request.put(path).set(ada).send(second).expect(200);
    expect([put.headers['etag'], put.body.version]).toEqual(['"2"', 2]);
    const patched = await app.request.patch(path).set(ada).send({ name: 'x' }).expect(200);
    expect([patched.headers['etag'], patched.body.version]).toEqual(['"3"', 3]);
    const read = await app.request.get(path).set(ada).expect(200);
    expect([read.headers['etag'], read.body]).toEqual(['"3"', patched.body]);
    await app.request
      .get(path)
      .set({ ...ada, 'If-None-Match': 'W/"3"' })
      .expect(304, '');
  });

  test('a change for a version that is gone is refused and changes nothing', async () => {
    const path = await make(list, first);
    await app.request.put(path).set(ifMatch('"1"')).send(second).expect(200);
    const refused = await app.request.put(path).set(ifMatch('"1"')).send(first).expect(412);
    expect(refused.body.type).toBe('urn:recipe-book:problem:changed-meanwhile');
    await app.request.patch(path).set(ifMatch('W/"1"')).send({ name: 'Mine' }).expect(412);
    await app.request.delete(path).set(ifMatch('"1", "3"')).expect(412);
    const { body } = await app.request.get(path).set(ada).expect(200);
    expect(body).toMatchObject({ ...second, version: 2 });
    await app.request.delete(path).set(ifMatch('"2"')).expect(204);
    await app.request.delete(path).set(ifMatch('"2"')).expect(404);
  });

  test.each(['"1"', 'W/"1"', '"7", "1"', '*'])('If-Match: %s fits', async (tag) => {
    const path = await make(list, first);
    await app.request.patch(path).set(ifMatch(tag)).send({ name: 'x' }).expect(200);
  });

  test.each(['"2"', '1', 'x', '""', '"1-6"'])('If-Match: %s does not fit', async (tag) => {
    await app.request
      .delete(await make(list, first))
      .set(ifMatch(tag))
      .expect(412);
  });

  test('of changes at the same time for one version, one wins', async () => {
    const path = await make(list, first);
    const answers = await Promise.all([
      ...['a', 'b', 'c'].map((name) => app.request.patch(path).set(ifMatch('"1"')).send({ name })),
      app.request.put(path).set(ifMatch('"1"')).send(second),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  test('the list tells the versions too', async () => {
    const cleo = await app.signUp(`cleo${list.replaceAll('/', '.')}@example.com`);
    await app.request.post(list).set(cleo).send(first).expect(201);
    const { body } = await app.request.get(list).set(cleo).expect(200);
    expect(body.items).toMatchObject([{ version: 1 }]);
  });
});

describe.each([
  ['/api/collections', (id: string) => ({ name: 'x', recipeIds: [id] })],
  [
    '/api/meal-plans',
    (recipeId: string) => ({
      ...day,
      slots: [{ date: day.startDate, meal: 'dinner', recipeId }],
    }),
  ],
])('%s with a recipe', (list, having) => {
  test('is sent anew when the recipe gets another title, and can still be changed', async () => {
    const recipe = await make('/api/recipes', { title: 'Soup' });
    const path = await make(list, having(recipe.split('/').at(-1) ?? ''));
    const { headers } = await app.request.get(path).set(ada).expect(200);
    const tag = headers['etag'] ?? '';
    const known = { ...ada, 'If-None-Match': tag };
    await app.request.get(path).set(known).expect(304);
    await app.request.patch(recipe).set(ada).send({ title: 'Broth' }).expect(200);
    const anew = await app.request.get(path).set(known).expect(200);
    expect(anew.body).toMatchObject({ version: 1, recipes: [{ title: 'Broth' }] });
    await app.request.patch(path).set(ifMatch(tag)).send({ name: 'y' }).expect(200);
    await app.request.patch(path).set(ifMatch(tag)).send({ name: 'z' }).expect(412);
    await app.request.delete(path).set(ifMatch(tag)).expect(412);
  });
});

describe('the items of a shopping list', () => {
  const milk = { items: [{ name: 'milk' }] };

  test('are changed for a version of the list', async () => {
    const path = await make('/api/shopping-lists', milk);
    const added = await app.request.post(`${path}/items`).set(ada).send(milk).expect(200);
    expect(added.headers['etag']).toBe('"2"');
    const item = `${path}/items/${added.body.items[0].id}`;
    await app.request.patch(item).set(ifMatch('"1"')).send({ checked: true }).expect(412);
    await app.request.delete(item).set(ifMatch('"1"')).expect(412);
    const ticked = await app.request
      .patch(item)
      .set(ifMatch('"2"'))
      .send({ checked: true })
      .expect(200);
    expect(ticked.headers['etag']).toBe('"3"');
    await app.request.delete(item).set(ifMatch('"3"')).expect(200);
  });

  test('that are not there leave the version as it is', async () => {
    const path = await make('/api/shopping-lists', milk);
    const item = `${path}/items/5f0c8a52-6d0f-4d5c-9d55-0a2f6f2f7a10`;
    await app.request.patch(item).set(ada).send({ checked: true }).expect(404);
    const { headers } = await app.request.get(path).set(ada).expect(200);
    expect(headers['etag']).toBe('"1"');
  });
});
