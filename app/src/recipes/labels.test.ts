import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';

let app: TestApp;
let ada: SignedInHeaders;

beforeAll(async () => {
  app = await startApp();
  ada = await app.signUp('ada@example.com');
}, 20_000);
afterAll(() => app.stop());

async function add(recipe: object): Promise<string> {
  const { body } = await app.request
    .post('/api/recipes')
    .set(ada)
    .send({ title: 'It', ...recipe });
  return body.id;
}

async function labels() {
  return (await app.request.get('/api/recipes/labels').set(ada).expect(200)).body;
}

test('labels are counted without capitals and accents, and change with the recipes', async () => {
  expect(await labels()).toEqual({ tags: [], cuisines: [], dishTypes: [] });
  await add({ tags: ['quick', 'Quick'], cuisine: 'Italian', dishType: 'Entree' });
  const last = await add({ tags: ['Soup'] });
  await add({ tags: ['QUICK'], dishType: 'Entrée' });
  expect(await labels()).toEqual({
    tags: [
      { name: 'QUICK', count: 2 },
      { name: 'Soup', count: 1 },
    ],
    cuisines: [{ name: 'Italian', count: 1 }],
    dishTypes: [{ name: 'Entrée', count: 2 }],
  });
  await app.request.delete(`/api/recipes/${last}`).set(ada).expect(204);
  expect((await labels()).tags).toEqual([{ name: 'QUICK', count: 2 }]);
});
