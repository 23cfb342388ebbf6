import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';

let app: TestApp;
let user: SignedInHeaders;
let ids: Record<'recipe' | 'plan' | 'list' | 'collection' | 'item', string>;

beforeAll(async () => {
  app = await startApp();
  user = await app.signUp('ada@example.com');
  const list = await add('/api/shopping-lists', { items: [{ name: 'milk' }] });
  ids = {
    recipe: (await add('/api/recipes', { title: 'x', ingredients: [{ name: 'salt' }] })).id,
    plan: (await add('/api/meal-plans', { startDate: '2026-03-02', endDate: '2026-03-02' })).id,
    collection: (await add('/api/collections', { name: 'x' })).id,
    list: list.id,
    item: list.items[0].id,
  };
}, 30_000);
afterAll(() => app.stop());

async function add(path: string, body: object) {
  return (await app.request.post(path).set(user).send(body).expect(201)).body;
}

function operations(): (readonly ['post' | 'put' | 'patch', string])[] {
  const { plan, list, collection, item } = ids;
  const one = [`collections/${collection}`, `meal-plans/${plan}`, `shopping-lists/${list}`];
  return [
    ...['collections', 'meal-plans', 'shopping-lists', 'shares'].map((p) => ['post', p] as const),
    ...one.flatMap((path) => [['put', path] as const, ['patch', path] as const]),
    ['post', `shopping-lists/${list}/items`],
    ['post', `shopping-lists/${list}/sync`],
    ['patch', `shopping-lists/${list}/items/${item}`],
  ];
}

/** Values that are right in some place, so that input gets past the first check. */
function plausible(): fc.Arbitrary<unknown> {
  const date = fc.constantFrom('2026-03-02', '2026-03-03', '9999-12-31', '0000-01-01');
  const id = fc.constantFrom(...Object.values(ids), randomUUID(), 'f'.repeat(24));
  const moment = fc.constantFrom(
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2026-03-02T10:00:00+14:00',
  );
  const word = fc.constantFrom(
    'add',
    'edit',
    'remove',
    'recipe',
    'shopping-list',
    'g',
    'cups',
    'T',
    'dairy',
  );
  const number = fc.constantFrom(1, 0.0001, 1e6, 1e308, -1, 0);
  const names = [
    'name',
    'description',
    'recipeIds',
    'startDate',
    'endDate',
    'slots',
    'date',
    'meal',
    'recipeId',
  ]
    .concat([
      'servings',
      'note',
      'isActive',
      'items',
      'fromRecipes',
      'fromMealPlan',
      'quantity',
      'unit',
    ])
    .concat(['aisle', 'checked', 'id', 'kind', 'itemId', 'at', 'item', 'fields', 'changes']);
  const { value } = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.oneof(date, id, moment, word, number, fc.boolean(), fc.constant(null), fc.string()),
      fc.array(tie('value'), { maxLength: 4 }),
      tie('object'),
    ),
    object: fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 8 }),
  }));
  return value;
}

test('no JSON at all makes the app fail', async () => {
  const input = fc.oneof({ weight: 4, arbitrary: plausible() }, fc.jsonValue());
  await fc.assert(
    fc.asyncProperty(input, fc.constantFrom(...operations()), async (value, [method, path]) => {
      const answer = await app.request[method](`/api/${path}`)
        .set(user)
        .set('Content-Type', 'application/json')
        .send(JSON.stringify(value));
      expect(answer.status).toBeLessThan(500);
    }),
    { numRuns: 400 },
  );
}, 60_000);

test.each([
  ['an operator object', '/api/collections', { name: { $gt: '' } }, 'name'],
  [
    'an operator for a recipe',
    '/api/collections',
    { name: 'x', recipeIds: [{ $ne: 1 }] },
    'recipeIds.0',
  ],
  ['an owner', '/api/shopping-lists', { owner: 'f'.repeat(24) }, 'owner'],
  ['a version', '/api/shopping-lists', { version: 7 }, 'version'],
  [
    'an unknown aisle',
    '/api/shopping-lists',
    { items: [{ name: 'x', aisle: 'moon' }] },
    'items.0.aisle',
  ],
  ['a prototype', '/api/collections', JSON.parse('{"name":"x","__proto__":{"a":1}}'), '__proto__'],
])('%s is refused by name', async (_what, path, body, field) => {
  const answer = await app.request
    .post(path)
    .set(user)
    .set('Content-Type', 'application/json')
    .send(JSON.stringify(body))
    .expect(400);
  expect(answer.body.errors).toEqual([{ path: field, message: expect.any(String) }]);
});
