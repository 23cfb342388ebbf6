import { demoRecipes } from '../seed/recipes/index.ts';
import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';

let app: TestApp;
let ada: SignedInHeaders;

beforeAll(async () => {
  app = await startApp();
  ada = await app.signUp('ada@example.com');
  const whole = {
    title: 'Everything',
    ingredients: ['Dough:', '1-2 cups flour, sifted', { name: 'salt' }],
    nutrition: { calories: 200.5 },
    rating: 4,
    difficulty: 'hard',
    notes: 'Line\nand line.',
    sourceUrl: 'https://example.com/x',
  };
  for (const recipe of [...demoRecipes, whole]) {
    await app.request.post('/api/recipes').set(ada).send(recipe).expect(201);
  }
}, 20_000);
afterAll(() => app.stop());

interface Stored {
  id: string;
  version: number;
}

async function recipesOf(user: SignedInHeaders): Promise<Stored[]> {
  const { body: list } = await app.request.get('/api/recipes?limit=100').set(user).expect(200);
  const all = list.items.map(async ({ id }: Stored) => {
    const { body } = await app.request.get(`/api/recipes/${id}`).set(user).expect(200);
    return body;
  });
  return Promise.all(all);
}

function withoutIds(recipes: Stored[]) {
  return recipes.map(({ id, version, ...recipe }) => recipe);
}

test('what is exported comes back equal, for another user too, and only once', async () => {
  const { body: file, headers } = await app.request.get('/api/export').set(ada).expect(200);
  expect(headers['content-disposition']).toContain('attachment');
  const bob = await app.signUp('bob@example.com');
  const added = { recipes: demoRecipes.length + 1 };
  const first = await app.request.post('/api/import').set(bob).send(file).expect(200);
  expect(first.body).toEqual({ added, skipped: 0, problems: [] });
  const restored = await recipesOf(bob);
  const original = await recipesOf(ada);
  expect(withoutIds(restored)).toEqual(withoutIds(original));
  expect(restored[0]?.id).not.toBe(original[0]?.id);

  const again = await app.request.post('/api/import').set(bob).send(file).expect(200);
  expect(again.body.added).toEqual({ recipes: 0 });
  const { body: found } = await app.request.get('/api/recipes?q=everything').set(bob).expect(200);
  expect(found.total).toBe(1);
});

test('what was removed comes back to its own user', async () => {
  const { body: file } = await app.request.get('/api/export').set(ada).expect(200);
  const before = await recipesOf(ada);
  await app.request.delete(`/api/recipes/${before[3]?.id}`).set(ada).expect(204);
  await app.request.post('/api/import').set(ada).send(file).expect(200);
  expect(withoutIds(await recipesOf(ada))).toEqual(withoutIds(before));
});

test('other programs can read the file', async () => {
  const { body: file } = await app.request.get('/api/export').set(ada).expect(200);
  const node = file['@graph'].find(({ name }: { name: string }) => name === 'Everything');
  expect(node).toMatchObject({
    '@type': 'Recipe',
    recipeIngredient: ['1-2 cups flour, sifted', 'salt'],
    nutrition: { '@type': 'NutritionInformation', calories: '200.5 kcal' },
    dateCreated: expect.stringMatching(/Z$/),
  });
  const imported = await app.request.post('/api/recipes/import').set(ada).send({ jsonLd: node });
  expect(imported.body.recipe).toMatchObject({ title: 'Everything' });
});

test('files of other programs are read as far as they can be', async () => {
  const cleo = await app.signUp('cleo@example.com');
  const graph = [
    { '@type': 'Recipe', name: 'Tea', recipeIngredient: ['1 bag tea'], prepTime: 'PT5M' },
    { '@type': 'Recipe', '@id': 'x', 'recipeBook:recipe': { title: '', owner: 'me' } },
    { '@type': 'Thing' },
  ];
  const { body } = await app.request.post('/api/import').set(cleo).send({ '@graph': graph });
  expect(body).toEqual({
    added: { recipes: 1 },
    skipped: 2,
    problems: [{ item: 'x', message: expect.any(String) }],
  });
  expect(await recipesOf(cleo)).toMatchObject([
    { title: 'Tea', prepMinutes: 5, ingredients: [{ quantity: 1, unit: 'bag', name: 'tea' }] },
  ]);
});

test.each([[{}], [{ '@graph': {} }], [{ '@graph': [1] }]])('%j is no such file', async (body) => {
  await app.request.post('/api/import').set(ada).send(body).expect(400);
});

test('an empty account has an empty file', async () => {
  const dan = await app.signUp('dan@example.com');
  const { body } = await app.request.get('/api/export').set(dan).expect(200);
  expect(body['@graph']).toEqual([]);
});

test('both need a signed-in user', async () => {
  await app.request.get('/api/export').expect(401);
  await app.request.post('/api/import').send({ '@graph': [] }).expect(401);
});
