import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';
import { comparable, exported, signUpRich } from '../testing/rich-account.ts';

let app: TestApp;
let ada: SignedInHeaders;

beforeAll(async () => {
  app = await startApp();
  ada = await signUpRich(app, 'ada@example.com');
}, 30_000);
afterAll(() => app.stop());

async function restore(user: SignedInHeaders, file: object, query = '') {
  const answer = await app.request.post(`/api/import${query}`).set(user).send(file).expect(200);
  return answer.body;
}

async function itemsOf(user: SignedInHeaders, path: string) {
  return (await app.request.get(path).set(user).expect(200)).body.items;
}

const nothing = { profile: 0, recipes: 0, collections: 0, mealPlans: 0, shoppingLists: 0 };

test('what is exported comes back equal, for another user too, and only once', async () => {
  const file = await exported(app, ada);
  const bob = await app.signUp('bob@example.com');
  const recipes = file['@graph'].filter((node) => 'recipeBook:recipe' in node).length;
  const first = await restore(bob, file, '?profile=replace');
  expect(first).toEqual({
    added: { profile: 1, recipes, collections: 2, mealPlans: 1, shoppingLists: 2 },
    skipped: 0,
    problems: [],
  });
  const copy = await exported(app, bob);
  expect(comparable(copy)).toEqual(comparable(file));
  const ids = new Set(file['@graph'].map((node) => node['@id']));
  const shared = copy['@graph'].filter((node) => ids.has(node['@id']));
  expect(shared.map((node) => node['@type'])).toEqual(['Person']);

  const again = await restore(bob, file, '?profile=replace');
  expect(again).toEqual({ added: nothing, skipped: file['@graph'].length, problems: [] });
  expect(comparable(await exported(app, bob))).toEqual(comparable(file));
});

test('a file adds nothing to the account that it comes from, nor when it went through another', async () => {
  const file = await exported(app, ada);
  expect((await restore(ada, file)).added).toEqual(nothing);
  const eve = await app.signUp('eve@example.com');
  await restore(eve, file);
  expect((await restore(ada, await exported(app, eve))).added).toEqual(nothing);
});

test('what is restored works as before: search, titles, the order, checked items, the active list', async () => {
  const cleo = await app.signUp('cleo@example.com');
  await restore(cleo, await exported(app, ada));
  expect(await itemsOf(cleo, '/api/recipes?q=everything')).toHaveLength(1);
  const [best] = await itemsOf(cleo, '/api/collections');
  const { body } = await app.request.get(`/api/collections/${best.id}`).set(cleo).expect(200);
  const [adas] = await itemsOf(ada, '/api/collections');
  const { body: original } = await app.request.get(`/api/collections/${adas.id}`).set(ada);
  const titles = (recipes: { title: string }[]) => recipes.map(({ title }) => title);
  expect(titles(body.recipes)).toEqual(titles(original.recipes));
  expect(body.recipes).toHaveLength(3);
  const lists = await itemsOf(cleo, '/api/shopping-lists');
  expect(lists).toMatchObject([
    { name: 'Today', isActive: true, checkedCount: 1 },
    { name: 'Old', isActive: false, itemCount: 1, checkedCount: 1 },
  ]);
  const me = await app.request.get('/api/auth/me').set(cleo).expect(200);
  expect(me.body).toMatchObject({ name: 'Cook', email: 'cleo@example.com' });
});

test('the list that somebody uses stays the active one, also when that of the file is newer', async () => {
  const dora = await app.signUp('dora@example.com');
  await app.request.post('/api/shopping-lists').set(dora).send({ name: 'Mine' }).expect(201);
  const [list] = await itemsOf(ada, '/api/shopping-lists?isActive=true');
  const items = { items: [{ name: 'milk' }] };
  await app.request.post(`/api/shopping-lists/${list.id}/items`).set(ada).send(items).expect(200);
  const { added } = await restore(dora, await exported(app, ada));
  expect(added.shoppingLists).toBe(2);
  const active = await itemsOf(dora, '/api/shopping-lists?isActive=true');
  expect(active).toMatchObject([{ name: 'Mine' }]);
});

test('what was removed comes back to its own user', async () => {
  const file = await exported(app, ada);
  for (const path of [
    '/api/recipes',
    '/api/collections',
    '/api/meal-plans',
    '/api/shopping-lists',
  ]) {
    const [one] = await itemsOf(ada, path);
    await app.request.delete(`${path}/${one.id}`).set(ada).expect(204);
  }
  const { added } = await restore(ada, file);
  expect(added).toEqual({ ...nothing, recipes: 1, collections: 1, mealPlans: 1, shoppingLists: 1 });
  expect(comparable(await exported(app, ada))).toEqual(comparable(file));
});

test('no secret is in the file', async () => {
  const [recipe] = await itemsOf(ada, '/api/recipes');
  const share = { kind: 'recipe', id: recipe.id };
  const { body: made } = await app.request.post('/api/shares').set(ada).send(share).expect(201);
  const { body: calendar } = await app.request.post('/api/calendar').set(ada).send({}).expect(201);
  const { text, headers } = await app.request.get('/api/export').set(ada).buffer().expect(200);
  expect(headers['content-type']).toMatch('application/ld+json');
  expect(headers['content-disposition']).toMatch(
    /^attachment; filename="recipe-book-\d{4}-\d\d-\d\d\.jsonld"$/,
  );
  for (const secret of [made.token, calendar.url.split('/').at(-1), 'ada@example.com', 'argon2']) {
    expect(text).not.toContain(secret);
  }
});

test('other programs can read the file', async () => {
  const { '@graph': graph } = await exported(app, ada);
  const node = graph.find(({ name }) => name === 'Everything');
  expect(node).toMatchObject({
    '@type': 'Recipe',
    recipeIngredient: ['1-2 cups flour, sifted', 'salt'],
    nutrition: { '@type': 'NutritionInformation', calories: '200.5 kcal' },
    dateCreated: expect.stringMatching(/Z$/),
  });
  const imported = await app.request.post('/api/recipes/import').set(ada).send({ jsonLd: node });
  expect(imported.body.recipe).toMatchObject({ title: 'Everything' });
  const best = graph.find(({ name }) => name === 'Best');
  const parts = best?.['hasPart'] as { '@list': { '@id': string }[] };
  const named = parts['@list'].map((part) => graph.find((one) => one['@id'] === part['@id']));
  expect(named.map((one) => one?.['@type'])).toEqual(['Recipe', 'Recipe', 'Recipe']);
});

test('an empty account has an almost empty file', async () => {
  const dan = await app.signUp('dan@example.com');
  const { '@graph': graph } = await exported(app, dan);
  expect(graph).toMatchObject([{ '@type': 'Person', name: 'Cook' }]);
});

test('both need a signed-in user', async () => {
  await app.request.get('/api/export').expect(401);
  await app.request.post('/api/import').send({ '@graph': [] }).expect(401);
});
