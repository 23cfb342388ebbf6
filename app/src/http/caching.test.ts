import { startApp, type TestApp } from '../testing/app.ts';
import { cookieOf } from '../testing/refresh-cookie.ts';

/** What answers to signed-in users or to secret links say, when they may be kept at all. */
const own = 'private, no-cache';
const never = 'no-store';

type Answer = Awaited<ReturnType<TestApp['request']['get']>>;

let app: TestApp;
let ada: Record<string, string>;
/** Cache-Control of each operation that was called. */
const seen: Record<string, string> = {};

beforeAll(async () => {
  app = await startApp();
}, 20_000);
afterAll(() => app.stop());

/** Calls an operation, by its name in the OpenAPI document, as a signed-in user. */
async function call(
  operation: string,
  values: Record<string, string> = {},
  body?: object,
  headers = ada,
): Promise<Answer> {
  const [method = '', path = ''] = operation.split(' ');
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const send = app.request[method as 'get' | 'head' | 'post'];
  const answer = await send(filled).set(headers).send(body);
  expect({ operation, ok: answer.ok, body: answer.ok || answer.body }).toMatchObject({ ok: true });
  seen[operation.replace(/^head/, 'get')] = String(answer.headers['cache-control']);
  return answer;
}

async function account(email: string) {
  const password = 'correct horse';
  const answer = await call('post /api/auth/register', {}, { email, password, name: 'Cook' }, {});
  const token = String(answer.body.accessToken);
  return { headers: { 'x-jwt-payload': token.split('.')[1] ?? '' }, cookie: cookieOf(answer) };
}

test('each operation says who may keep its answer', async () => {
  const password = 'correct horse';
  const first = await account('ada@example.com');
  ada = first.headers;
  await callAccounts(password, first.cookie);
  const { id: recipe } = await callRecipes();
  await callPlanning(recipe);
  await call('delete /api/recipes/{id}', { id: recipe });
  await call('get /api/export');
  await call('post /api/import', {}, { '@context': 'https://schema.org', '@graph': [] });
  await call('delete /api/auth/me', {}, { password: 'battery staple' });

  const { body } = await app.request.get('/api/openapi.json').expect(200);
  const operations = Object.entries<object>(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  const standard = (operation: string) => (operation.startsWith('get ') ? own : never);
  expect(seen).toEqual({
    ...Object.fromEntries(operations.map((operation) => [operation, standard(operation)])),
    // A stream.
    'get /api/shopping-lists/{id}/events': never,
  });
});

async function callAccounts(password: string, cookie: Record<string, string>): Promise<void> {
  const email = 'ada@example.com';
  await call('get /api/auth/me');
  await call('patch /api/auth/me', {}, { name: 'Ada' });
  await call('post /api/auth/refresh', {}, {}, cookie);
  await call('post /api/auth/logout', {}, {}, cookie);
  await call('post /api/auth/login', {}, { email, password }, {});
  await call('post /api/auth/forgot-password', {}, { email }, {});
  await app.settled();
  const changed = { currentPassword: password, newPassword: 'battery staple' };
  await call('post /api/auth/change-password', {}, changed);
  // Its token is in a mail; what it answers without one is a problem like any other.
  const reset = '/api/auth/reset-password';
  const answer = await app.request.post(reset).send({ token: 'x', password: 'battery staple' });
  seen[`post ${reset}`] = String(answer.headers['cache-control']);
}

async function callRecipes(): Promise<{ id: string }> {
  const soup = { title: 'Soup', ingredients: ['1 onion'] };
  const { body } = await call('post /api/recipes', {}, soup);
  const id = String(body.id);
  await call('get /api/recipes');
  await call('get /api/recipes/{id}', { id });
  await call('put /api/recipes/{id}', { id }, soup);
  await call('patch /api/recipes/{id}', { id }, { title: 'Stew' });
  await call('post /api/recipes/{id}/duplicate', { id });
  await call('post /api/ingredients/parse', {}, { lines: ['1 onion'] });
  await call('post /api/recipes/import', {}, { jsonLd: { '@type': 'Recipe', name: 'Soup' } });
  return { id };
}

async function callPlanning(recipe: string): Promise<void> {
  const dinners = { startDate: '2026-11-23', endDate: '2026-11-29' };
  for (const [path, input] of [
    ['/api/collections', { name: 'Winter' }],
    ['/api/meal-plans', dinners],
    ['/api/shopping-lists', { name: 'Saturday' }],
  ] as const) {
    const { body } = await call(`post ${path}`, {}, input);
    await call(`get ${path}`);
    await call(`get ${path}/{id}`, body);
    await call(`put ${path}/{id}`, body, input);
    await call(`patch ${path}/{id}`, body, { name: 'Other' });
    if (path === '/api/shopping-lists') await callItems(body.id);
    await call(`delete ${path}/{id}`, body);
  }
  const share = await call('post /api/shares', {}, { kind: 'recipe', id: recipe });
  await call('get /api/shares');
  await call('get /api/shared/{token}', share.body, undefined, {});
  await call('delete /api/shares/{id}', share.body);
  const calendar = await call('post /api/calendar');
  await call('get /api/calendar');
  await call('get /api/calendar/{token}.ics', calendar.body, undefined, {});
  await call('delete /api/calendar');
}

async function callItems(id: string): Promise<void> {
  const list = '/api/shopping-lists/{id}';
  const { body } = await call(`post ${list}/items`, { id }, { items: [{ name: 'bread' }] });
  const itemId = String(body.items[0].id);
  await call(`head ${list}/events`, { id });
  await call(`patch ${list}/items/{itemId}`, { id, itemId }, { checked: true });
  await call(`delete ${list}/items/{itemId}`, { id, itemId });
  await call(`post ${list}/sync`, { id }, { changes: [] });
}

test.each([
  ['/api/openapi.json', 'public, no-cache'],
  ['/.well-known/jwks.json', 'public, max-age=300'],
  ['/health', never],
  ['/health/ready', never],
])('%s is for everybody: %s', async (path, expected) => {
  const { headers } = await app.request.get(path).expect(200);
  expect(headers['cache-control']).toBe(expected);
});

test.each([
  ['get', '/api/recipes', 401],
  ['get', '/api/nothing', 404],
  ['get', '/api/recipes?limit=0', 400],
  ['get', `/api/recipes/${'0'.repeat(24)}`, 404],
  ['get', `/api/shared/${'x'.repeat(43)}`, 404],
  ['put', '/api/recipes', 405],
] as const)('the problem with %s %s is kept by nobody', async (method, path, status) => {
  const { 'x-jwt-payload': known } = await app.signUp(`${crypto.randomUUID()}@example.com`);
  const headers = status === 401 ? {} : { 'x-jwt-payload': known };
  const answer = await app.request[method](path).set(headers).expect(status);
  expect(answer.headers['cache-control']).toBe(never);
});

test.each(['/api/recipes', '/api/auth/me', '/api/shares', '/api/openapi.json'])(
  'what a client already has of %s is not sent again',
  async (path) => {
    const headers = await app.signUp(`${crypto.randomUUID()}@example.com`);
    const first = await app.request.get(path).set(headers).expect(200);
    const etag = String(first.headers['etag']);
    const again = await app.request.get(path).set(headers).set('If-None-Match', etag).expect(304);
    expect(again.text).toBe('');
    expect(again.headers).toMatchObject({
      etag,
      'cache-control': first.headers['cache-control'],
    });
  },
);
