import { Readable, type Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';

let app: TestApp;
let ada: SignedInHeaders;

beforeAll(async () => {
  app = await startApp({ MAX_IMPORT_SIZE: String(20 * 1024 * 1024) });
  ada = await app.signUp('ada@example.com');
}, 30_000);
afterAll(() => app.stop());

function post(user: SignedInHeaders, text: string, type = 'application/ld+json') {
  return app.request.post('/api/import').set(user).type(type).send(text);
}

async function titlesOf(user: SignedInHeaders): Promise<string[]> {
  const { body } = await app.request.get('/api/recipes?sort=title&limit=100').set(user).expect(200);
  return body.items.map(({ title }: { title: string }) => title);
}

const own = (title: string, id = `urn:x:${title}`) => ({
  '@id': id,
  'recipeBook:recipe': { title },
});

test('files of other programs are read as far as they can be', async () => {
  const graph = [
    { '@type': 'Recipe', name: 'Tea', recipeIngredient: ['1 bag tea'], prepTime: 'PT5M' },
    { '@type': 'https://schema.org/Recipe', name: 'Coffee' },
    { '@type': 'Recipe', '@id': 'x', 'recipeBook:recipe': { title: '', owner: 'me' } },
    { '@type': 'Thing' },
    7,
  ];
  const file = JSON.stringify({ '@context': 'https://schema.org', '@graph': graph });
  const { body } = await post(ada, file).expect(200);
  expect(body).toMatchObject({ added: { recipes: 2 }, skipped: 3 });
  expect(body.problems).toEqual([
    { item: 'Thing 5', message: 'It is no object.' },
    { item: 'x', message: expect.stringContaining('title') },
  ]);
  expect(await titlesOf(ada)).toEqual(['Coffee', 'Tea']);
  expect((await post(ada, file).expect(200)).body.added.recipes).toBe(0);
});

test('a list of things is read as well, in chunks of any size', async () => {
  const bob = await app.signUp('bob@example.com');
  await post(bob, `\n ${JSON.stringify([own('Müsli'), own('Brot')])}`).expect(200);
  expect(await titlesOf(bob)).toEqual(['Brot', 'Müsli']);
});

test('things that point to recipes may come before them, and collections of others are read', async () => {
  const cleo = await app.signUp('cleo@example.com');
  const graph = [
    { '@type': 'Collection', name: 'Hot', hasPart: [{ '@id': '#tea' }, { '@id': '#gone' }] },
    {
      '@id': 'plan',
      'recipeBook:mealPlan': {
        startDate: '2026-01-01',
        endDate: '2026-01-01',
        slots: [
          { date: '2026-01-01', meal: 'lunch', recipe: '#tea' },
          { date: '2026-01-01', meal: 'dinner', recipe: '#gone', servings: 2 },
        ],
      },
    },
    { '@type': 'Recipe', '@id': '#tea', name: 'Tea' },
  ];
  const { body } = await post(cleo, JSON.stringify({ '@graph': graph })).expect(200);
  expect(body.added).toMatchObject({ recipes: 1, collections: 1, mealPlans: 1 });
  expect(body.problems).toEqual([
    { item: 'Hot', message: 'Recipes of it that are not there: 1.' },
    { item: 'plan', message: 'Recipes of it that are not there: 1.' },
  ]);
  const { body: plans } = await app.request.get('/api/meal-plans').set(cleo).expect(200);
  const { body: plan } = await app.request.get(`/api/meal-plans/${plans.items[0].id}`).set(cleo);
  expect(plan.recipes).toMatchObject([{ title: 'Tea' }]);
  expect(plan.slots[1]).toEqual({ date: '2026-01-01', meal: 'dinner', note: expect.any(String) });
});

test('names that mean something in one file alone are not mixed up between files', async () => {
  const dan = await app.signUp('dan@example.com');
  const file = (name: string) => JSON.stringify([{ '@type': 'Recipe', '@id': '#it', name }]);
  await post(dan, file('One')).expect(200);
  await post(dan, file('Two')).expect(200);
  expect(await titlesOf(dan)).toEqual(['One', 'Two']);
});

test('nothing can point to what belongs to others', async () => {
  const { body: made } = await app.request
    .post('/api/recipes')
    .set(ada)
    .send({ title: 'Secret' })
    .expect(201);
  const eve = await app.signUp('eve@example.com');
  const day = { date: '2026-01-01', meal: 'lunch' };
  const period = { startDate: day.date, endDate: day.date };
  const graph = [
    { 'recipeBook:collection': { name: 'A', recipes: [`urn:recipe-book:recipe:${made.id}`] } },
    { 'recipeBook:collection': { name: 'B', recipeIds: [made.id] } },
    { 'recipeBook:mealPlan': { ...period, slots: [{ ...day, recipeId: made.id }] } },
    { 'recipeBook:shoppingList': { name: 'C', items: [{ name: 'x', recipeIds: [made.id] }] } },
    { '@id': `urn:recipe-book:recipe:${made.id}`, 'recipeBook:recipe': { title: 'Mine' } },
    { '@id': `urn:recipe-book:recipe:${made.id}`, 'recipeBook:recipe': { title: 'x', owner: 'y' } },
  ];
  const { body } = await post(eve, JSON.stringify(graph)).expect(200);
  // The first points to what comes with the file under the same name.
  expect(body.added).toMatchObject({ recipes: 1, collections: 1, mealPlans: 0, shoppingLists: 0 });
  expect(await titlesOf(eve)).toEqual(['Mine']);
  const { text } = await app.request.get('/api/export').set(eve).buffer().expect(200);
  expect(text).not.toContain(made.id);
  const { body: still } = await app.request.get(`/api/recipes/${made.id}`).set(ada).expect(200);
  expect(still.title).toBe('Secret');
});

test('objects cannot reach the prototypes of others', async () => {
  const file = `{"__proto__":{"polluted":1},"@graph":[
    {"@id":"a","__proto__":{"recipeBook:recipe":{"title":"Inherited"}},"@type":"Thing"},
    {"@id":"b","recipeBook:recipe":{"title":"Own","__proto__":{"servings":3}}},
    {"@id":"c","constructor":{"prototype":{"polluted":1}},"recipeBook:recipe":{"title":"Fine"}},
    {"@id":"d","recipeBook:collection":{"__proto__":{"name":"Inherited"},"recipes":[]}}
  ]}`;
  const fred = await app.signUp('fred@example.com');
  const { body } = await post(fred, file).expect(200);
  expect(await titlesOf(fred)).toEqual(['Fine']);
  expect(body.added.collections).toBe(0);
  expect(Object.prototype).not.toHaveProperty('polluted');
});

test.each([
  ['no graph', '{}'],
  ['a graph that is an object', '{"@graph":{"a":{"recipeBook:recipe":{"title":"x"}}}}'],
  ['a text', '"@graph"'],
  ['nothing', ' '],
  ['an unfinished document', '{"@graph":['],
  ['what comes after the end', '{"@graph":[]} {}'],
  ['no JSON', '<html>'],
])('%s is no such file', async (_, text) => {
  await post(ada, text).expect(400);
});

test('what comes before a fault is added, and told of', async () => {
  const gus = await app.signUp('gus@example.com');
  const file = `{"@graph":[${JSON.stringify(own('First'))},${JSON.stringify(own('Second'))},{"a":tru`;
  const { body } = await post(gus, `${file}th}]}`).expect(400);
  expect(body).toMatchObject({
    type: 'urn:recipe-book:problem:damaged-file',
    detail: expect.stringContaining('after 2 things'),
  });
  expect(await titlesOf(gus)).toEqual(['First', 'Second']);
});

test.each([
  ['depth', `[${'['.repeat(100_000)}`],
  ['a long text', `[{"x":"${'x'.repeat(5 * 1024 * 1024)}"}]`],
  ['a long text that does not end', `[{"x":"${'x'.repeat(5 * 1024 * 1024)}`],
  ['a long number', `[{"x":${'1'.repeat(5 * 1024 * 1024)}}]`],
  ['a large thing', `[{"x":[${'"xxxxxxxxxx",'.repeat(800_000)}1]}]`],
  ['many values in one thing', `[{"recipeBook:collection":[${'[[]],'.repeat(80_000)}1]}]`],
  ['many values before the things', `{"x":[${'{},'.repeat(160_000)}1],"@graph":[]}`],
  ['many things', `[${'1,'.repeat(50_001)}1]`],
])(
  '%s is bounded',
  async (_, text) => {
    await post(ada, text).expect(400);
  },
  20_000,
);

test('what waits for its recipes is counted by the memory that it takes', async () => {
  const hal = await app.signUp('hal@example.com');
  const collection = '{"@id":"best","recipeBook:collection":{"name":"Best","recipes":["#tea"]}}';
  const large = `{"@id":"large","recipeBook:mealPlan":[${'[],'.repeat(100_000)}1]}`;
  const tea = '{"@type":"Recipe","@id":"#tea","name":"Tea"}';
  const file = `[${collection},${large},${large},${tea}]`;
  const { body } = await post(hal, file).expect(200);
  expect(body.added).toMatchObject({ recipes: 1, collections: 1 });
  // A few hundred kilobytes of the file are too much to wait for what comes at its end.
  expect(body.problems).toContainEqual({
    item: 'best',
    message: 'Recipes of it that are not there: 1.',
  });
});

test('a text as long as a picture passes; one that is no picture is told', async () => {
  const picture = `data:image/webp;base64,${'A'.repeat(1_400_000)}`;
  const image = { '@type': 'ImageObject', contentUrl: picture };
  const { body } = await post(ada, JSON.stringify([{ ...own('With a picture'), image }]));
  expect(body.added.recipes).toBe(1);
  expect(body.problems).toEqual([
    { item: expect.any(String), message: 'Its picture was left out: it cannot be read.' },
  ]);
});

test('a compressed file is refused, whatever it would become', async () => {
  const bomb = gzipSync(Buffer.alloc(30 * 1024 * 1024, ' '));
  await app.request
    .post('/api/import')
    .set(ada)
    .set({ 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' })
    .send(bomb)
    .expect(415);
  await post(ada, '[]', 'text/plain').expect(415);
});

test('a file that is too large is refused, also when it does not say how large it is', async () => {
  await app.request
    .post('/api/import')
    .set(ada)
    .type('application/json')
    .send(`[${' '.repeat(20 * 1024 * 1024)}]`)
    .expect(413);
  const chunks = function* () {
    yield '[';
    for (let at = 0; at < 21; at++) yield `"${'x'.repeat(1024 * 1024)}",`;
  };
  expect(await chunked(chunks())).toBe(413);
}, 20_000);

/** Sends a body without its length. @returns the status. */
async function chunked(chunks: Iterable<string>): Promise<number> {
  const request = app.request.post('/api/import').set(ada).type('application/json');
  const answered = new Promise<number>((resolve, reject) => {
    request.once('response', ({ status }) => resolve(status)).once('error', reject);
  });
  Readable.from(chunks).pipe(request as unknown as Writable);
  return answered;
}
