import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';

let app: TestApp;
let ada: SignedInHeaders;
let bob: SignedInHeaders;

beforeAll(async () => {
  app = await startApp();
  ada = await app.signUp('ada@example.com');
  bob = await app.signUp('bob@example.com');
}, 20_000);
afterAll(() => app.stop());

const soup = {
  title: 'Soup',
  ingredients: [{ quantity: 1.5, unit: 'l', name: 'water' }, { name: 'salt' }],
  steps: ['Boil it.'],
  tags: ['easy'],
  servings: 2,
  cuisine: 'Plain',
};

async function addSoup(more: object = {}): Promise<string> {
  const { body } = await app.request
    .post('/api/recipes')
    .set(ada)
    .send({ ...soup, ...more })
    .expect(201);
  return body.id;
}

describe('a recipe', () => {
  test('can be read where Location says, as it was sent', async () => {
    const made = await app.request.post('/api/recipes').set(ada).send(soup).expect(201);
    const read = await app.request
      .get(made.headers['location'] ?? '')
      .set(ada)
      .expect(200);
    expect(read.body).toEqual({
      ...soup,
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      version: 1,
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      updatedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(made.body).toEqual(read.body);
    expect(read.headers['cache-control']).toBe('private, no-cache');
  });

  test('loses by PUT what is not sent', async () => {
    const id = await addSoup();
    const { body } = await app.request
      .put(`/api/recipes/${id}`)
      .set(ada)
      .send({ title: 'Broth' })
      .expect(200);
    expect(body).toMatchObject({ id, title: 'Broth', ingredients: [], steps: [], tags: [] });
    expect(body).not.toHaveProperty('servings');
    expect(body).not.toHaveProperty('cuisine');
  });

  test('keeps by PATCH what is not sent, and loses what is null', async () => {
    const id = await addSoup();
    const { body } = await app.request
      .patch(`/api/recipes/${id}`)
      .set(ada)
      .send({ title: 'Stew', cuisine: null })
      .expect(200);
    expect(body).toMatchObject({ title: 'Stew', servings: 2, ingredients: soup.ingredients });
    expect(body).not.toHaveProperty('cuisine');
  });

  test('is gone after DELETE', async () => {
    const id = await addSoup();
    await app.request.delete(`/api/recipes/${id}`).set(ada).expect(204, {});
    await app.request.get(`/api/recipes/${id}`).set(ada).expect(404);
    await app.request.delete(`/api/recipes/${id}`).set(ada).expect(404);
  });
});

describe('another user', () => {
  test('finds nothing at the id of a recipe, and changes nothing', async () => {
    const id = await addSoup();
    const path = `/api/recipes/${id}`;
    await app.request.get(path).set(bob).expect(404);
    await app.request.put(path).set(bob).send(soup).expect(404);
    await app.request.patch(path).set(bob).send({ title: 'Mine' }).expect(404);
    await app.request.delete(path).set(bob).expect(404);
    const { body } = await app.request.get(path).set(ada).expect(200);
    expect(body.title).toBe('Soup');
  });

  test('does not see it in the list', async () => {
    await addSoup();
    const { body } = await app.request.get('/api/recipes').set(bob).expect(200);
    expect(body).toEqual({ items: [], page: 1, limit: 20, total: 0 });
  });

  test('cannot be made the owner', async () => {
    const { body } = await app.request
      .post('/api/recipes')
      .set(ada)
      .send({ ...soup, owner: '6650f0c2a4b1d2e3f4a5b6c7' })
      .expect(400);
    expect(body.errors).toEqual([{ path: 'owner', message: 'There is no such field.' }]);
  });
});

describe('the list', () => {
  test('comes in pages, newest first, without the long parts', async () => {
    const cleo = await app.signUp('cleo@example.com');
    for (const title of ['one', 'two', 'three']) {
      await app.request
        .post('/api/recipes')
        .set(cleo)
        .send({ ...soup, title })
        .expect(201);
    }
    const { body } = await app.request.get('/api/recipes?page=2&limit=2').set(cleo).expect(200);
    expect(body).toMatchObject({ page: 2, limit: 2, total: 3, items: [{ title: 'one' }] });
    expect(body.items[0]).not.toHaveProperty('steps');
    const first = await app.request.get('/api/recipes?limit=2').set(cleo).expect(200);
    expect(first.body.items).toMatchObject([{ title: 'three' }, { title: 'two' }]);
  });

  test.each([
    'limit=101',
    'limit=0',
    'page=0',
    'page=x',
    'page=1&page=2',
    'limit[$gt]=1',
    'x=1',
    'q=',
    'q=a&q=b',
    'sort=owner',
    'maxMinutes=1h',
    'maxMinutes=0',
  ])('refuses ?%s', async (query) => {
    await app.request.get(`/api/recipes?${query}`).set(ada).expect(400);
  });
});

describe('without signing in', () => {
  test.each([
    ['nothing', undefined],
    ['a header that is not JSON', 'x'],
    ['claims of another shape', Buffer.from('{"sub":{"$gt":""}}').toString('base64url')],
  ])('%s is 401', async (_what, header) => {
    const answer = await app.request
      .get('/api/recipes')
      .set(header === undefined ? {} : { 'x-jwt-payload': header })
      .expect(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.headers['content-type']).toMatch('application/problem+json');
  });
});
