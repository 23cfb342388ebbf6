import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';

let app: TestApp;
let ada: SignedInHeaders;
let path: string;

beforeAll(async () => {
  app = await startApp();
  ada = await app.signUp('ada@example.com');
}, 20_000);
afterAll(() => app.stop());

beforeEach(async () => {
  const made = await app.request
    .post('/api/recipes')
    .set(ada)
    .send({ title: 'Soup', servings: 4, ingredients: ['1 l water', '2-3 carrots', 'salt'] })
    .expect(201);
  expect(made.headers['etag']).toBe('"1"');
  path = made.headers['location'] ?? '';
});

test('a change for a version that is gone is refused and changes nothing', async () => {
  const first = await app.request
    .put(path)
    .set({ ...ada, 'If-Match': '"1"' })
    .send({ title: 'Broth' })
    .expect(200);
  expect(first.headers['etag']).toBe('"2"');
  const stale = { ...ada, 'If-Match': '"1"' };
  const refused = await app.request.patch(path).set(stale).send({ title: 'Mine' }).expect(412);
  expect(refused.body.type).toBe('urn:recipe-book:problem:changed-meanwhile');
  await app.request.put(path).set(stale).send({ title: 'Mine' }).expect(412);
  await app.request.delete(path).set(stale).expect(412);
  const { body } = await app.request.get(path).set(ada).expect(200);
  expect(body).toMatchObject({ title: 'Broth', version: 2 });
});

test.each(['"1"', 'W/"1"', '"7", "1"', '*'])('If-Match: %s fits', async (header) => {
  await app.request
    .patch(path)
    .set({ ...ada, 'If-Match': header })
    .send({ title: 'x' })
    .expect(200);
});

test.each(['"2"', '1', 'x', '""'])('If-Match: %s does not fit', async (header) => {
  await app.request
    .delete(path)
    .set({ ...ada, 'If-Match': header })
    .expect(412);
});

test('a change of nothing that is there stays 404', async () => {
  await app.request.delete(path).set(ada).expect(204);
  await app.request
    .patch(path)
    .set({ ...ada, 'If-Match': '"1"' })
    .send({ title: 'x' })
    .expect(404);
});

test('of changes at the same time for one version, one wins', async () => {
  const change = (title: string) =>
    app.request
      .patch(path)
      .set({ ...ada, 'If-Match': '"1"' })
      .send({ title });
  const answers = await Promise.all(['a', 'b', 'c', 'd'].map(change));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
});

test('changes at the same time without a version all happen', async () => {
  const change = (tag: string) =>
    app.request
      .patch(path)
      .set(ada)
      .send({ tags: [tag] });
  const answers = await Promise.all(['a', 'b', 'c'].map(change));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await app.request.get(path).set(ada)).body.version).toBe(4);
});

test('what a client already has is not sent again', async () => {
  const { headers } = await app.request.get(path).set(ada).expect(200);
  const known = { ...ada, 'If-None-Match': headers['etag'] ?? '' };
  await app.request.get(path).set(known).expect(304, '');
  await app.request.patch(path).set(ada).send({ title: 'x' }).expect(200);
  await app.request.get(path).set(known).expect(200);
});

test('more and fewer servings scale what is read, not what is stored', async () => {
  const more = await app.request.get(`${path}?servings=6`).set(ada).expect(200);
  expect(more.body).toMatchObject({
    servings: 6,
    ingredients: [
      { quantity: 1.5, unit: 'l', name: 'water' },
      { quantity: 3, quantityMax: 4.5, name: 'carrots' },
      { name: 'salt' },
    ],
  });
  expect(more.headers['etag']).toBe('"1-6"');
  const fewer = await app.request.get(`${path}?servings=1`).set(ada).expect(200);
  expect(fewer.body.ingredients[0]).toEqual({ quantity: 0.25, unit: 'l', name: 'water' });
  const same = await app.request.get(path).set(ada).expect(200);
  expect(same.body.ingredients[0]).toMatchObject({ quantity: 1, original: '1 l water' });
});

test('without servings there is no scaling', async () => {
  await app.request.patch(path).set(ada).send({ servings: null }).expect(200);
  const { body } = await app.request.get(`${path}?servings=2`).set(ada).expect(409);
  expect(body.type).toBe('urn:recipe-book:problem:no-servings');
});

test('a copy stands for itself', async () => {
  const made = await app.request.post(`${path}/duplicate`).set(ada).expect(201);
  expect(made.body).toMatchObject({ title: 'Soup (copy)', servings: 4, version: 1 });
  await app.request.delete(path).set(ada).expect(204);
  await app.request
    .get(made.headers['location'] ?? '')
    .set(ada)
    .expect(200);
  await app.request.post(`${path}/duplicate`).set(ada).expect(404);
});

test('all fields come back as they were sent', async () => {
  const whole = {
    title: 'Whole',
    difficulty: 'easy',
    rating: 5,
    notes: 'Less salt next time.',
    nutrition: { calories: 240, proteinGrams: 12.5 },
    ingredients: [{ quantity: 1, quantityMax: 2, unit: 'cups', name: 'flour', group: 'Dough' }],
    steps: ['Mix.'],
    tags: [],
  };
  const { body } = await app.request.post('/api/recipes').set(ada).send(whole).expect(201);
  expect(body).toMatchObject(whole);
  expect(body.ingredients).toEqual(whole.ingredients);
});
