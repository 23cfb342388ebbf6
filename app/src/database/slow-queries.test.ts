import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';

const canary = 'c4nary';

let app: TestApp;
let ada: SignedInHeaders;

async function start(threshold: string): Promise<void> {
  app = await startApp({ DB_SLOW_QUERY: threshold });
  ada = await app.signUp('ada@example.com');
}
afterEach(() => app.stop());

test('a slow query is logged with its shape and its request, and none of its values', async () => {
  // So every query counts as slow.
  await start('0');
  const asked = await app.request
    .get(`/api/recipes?tag=${canary}&maxMinutes=77&limit=3`)
    .set({ ...ada, 'X-Request-ID': 'request-1' })
    .expect(200);
  const recipe = { title: canary, notes: `${canary}!` };
  const { body } = await app.request.post('/api/recipes').set(ada).send(recipe).expect(201);
  await app.request.patch(`/api/recipes/${body.id}`).set(ada).send({ notes: canary }).expect(200);
  expect(asked.body.items).toEqual([]);
  const slow = app.lines.filter(({ message }) => message === 'slow query');
  const list = slow.find(
    ({ requestId, collection, command }) =>
      requestId === 'request-1' && collection === 'recipes' && command === 'find',
  );
  expect(list).toMatchObject({
    level: 'warn',
    path: '/api/recipes',
    duration: expect.any(Number),
  });
  expect(JSON.parse(String(list?.['shape']))).toMatchObject({
    filter: { owner: '?', 'found.tags': '?', 'found.minutes': { $lte: '?' } },
    sort: { createdAt: -1 },
    // One more than are shown, which tells whether that was all.
    limit: 4,
  });
  expect(slow.map(({ command }) => command)).toEqual(
    expect.arrayContaining(['find', 'aggregate', 'insert', 'findAndModify']),
  );
  expect(JSON.stringify(slow)).not.toContain(canary);
  expect(JSON.stringify(slow.map(({ shape }) => shape))).not.toContain('77');
}, 20_000);

test('others are not', async () => {
  await start('60000');
  await app.request.get('/api/recipes').set(ada).expect(200);
  expect(app.lines.filter(({ message }) => message === 'slow query')).toEqual([]);
}, 20_000);
