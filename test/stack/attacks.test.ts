import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { type Answer, type Call, call, freshAddress } from '../harness/client.ts';
import { partProcess, testStack } from '../harness/stack.ts';
import { registerUser, type TestUser } from '../harness/users.ts';

const stack = testStack();
const port = stack.ingressPort;

let ada: TestUser;
let recipe: { id: string; title: string };
let appProcess: number | undefined;

beforeAll(async () => {
  appProcess = partProcess(stack.paths.state, 'app');
  ada = await registerUser(port);
  recipe = (await asAda({ path: '/api/recipes', method: 'POST', body: { title: 'Soup' } })).json;
});

/** Whatever was sent, it must not have ended the app: its supervisor would have started another. */
afterEach(() => expect(partProcess(stack.paths.state, 'app')).toBe(appProcess));

function asAda(request: Omit<Call, 'port'>): Promise<Answer> {
  return call({ port, token: ada.token, ...request });
}

function post(path: string, text: string | Buffer, headers = {}): Promise<Answer> {
  return asAda({ path, method: 'POST', body: text, headers });
}

describe('operators of the database in place of values', () => {
  test.each([
    '/api/recipes?q[$ne]=x',
    '/api/recipes?tag[$gt]=',
    '/api/recipes?cuisine[$regex]=.*',
    '/api/recipes?sort[$where]=1',
    '/api/meal-plans?from[$gt]=',
    '/api/shopping-lists?isActive[$ne]=true',
  ])('in the query %s are an unknown parameter', async (path) => {
    const { status, json } = await asAda({ path });
    expect([status, json.type]).toEqual([400, 'urn:recipe-book:problem:invalid-input']);
  });

  test.each(['email', 'password'])('do not sign anybody in as the %s', async (field) => {
    const right = { email: ada.email, password: ada.password };
    for (const operator of [{ $ne: '' }, { $gt: '' }, { $regex: '.*' }, { $in: [ada.email] }]) {
      const body = { ...right, [field]: operator };
      const from = freshAddress();
      const { status } = await call({ port, path: '/api/auth/login', method: 'POST', from, body });
      expect(status).toBe(400);
    }
  });

  test('open no account by a token for a new password', async () => {
    const body = { token: { $ne: null }, password: 'a new password' };
    const path = '/api/auth/reset-password';
    const { status } = await call({ port, path, method: 'POST', from: freshAddress(), body });
    expect(status).toBe(400);
  });

  test.each([
    ['PUT', { title: { $ne: '' } }],
    ['PATCH', { $set: { owner: 'x' } }],
    ['PATCH', { tags: [{ $each: ['x'] }] }],
    ['PATCH', { 'found.title': 'x' }],
  ])('change no recipe by %s %j', async (method, body) => {
    const path = `/api/recipes/${recipe.id}`;
    expect((await asAda({ path, method, body })).status).toBe(400);
    expect((await asAda({ path })).json.title).toBe('Soup');
  });

  test('in words to look for are only words', async () => {
    const path = `/api/recipes?q=${encodeURIComponent('{"$ne":""} $where')}`;
    expect((await asAda({ path })).json.total).toBe(0);
  });
});

test('a polluted prototype gives nobody anything', async () => {
  const poison = [
    '{"title":"x","__proto__":{"rating":5}}',
    '{"title":"x","constructor":{"prototype":{"rating":5}}}',
    '{"title":"x","nutrition":{"__proto__":{"calories":5}}}',
    '{"title":"x","ingredients":[{"name":"y","__proto__":{"unit":"g"}}]}',
  ];
  for (const text of poison) {
    expect((await post('/api/recipes', text)).status).toBe(400);
    const path = `/api/recipes/${recipe.id}`;
    expect((await asAda({ path, method: 'PATCH', body: text })).status).toBe(400);
  }
  const jsonLd = '{"@type":"Recipe","name":"x","__proto__":{"rating":5},"constructor":{"a":1}}';
  await post('/api/recipes/import', JSON.stringify({ jsonLd }));
  await post('/api/import', `{"@graph":[${jsonLd},{"@type":"__proto__"}]}`);
  await asAda({ path: '/api/recipes?__proto__[rating]=5&constructor[prototype][rating]=5' });
  const plain = await post('/api/recipes', '{"title":"Clean"}');
  expect(plain.status).toBe(201);
  expect(plain.json).not.toHaveProperty('rating');
});

describe('fields that are not the client’s to set', () => {
  const elsewhere = '0123456789abcdef01234567';
  const stored = { id: elsewhere, _id: elsewhere, owner: elsewhere, version: 99, createdAt: 0 };
  const user = { role: 'admin', passwordHash: 'x', tokenVersion: 7, email: 'other@example.org' };

  test.each([
    ['/api/recipes', { title: 'x' }, { ...stored, found: {}, updatedAt: 0 }],
    ['/api/collections', { name: 'x' }, stored],
    ['/api/meal-plans', { startDate: '2026-03-02', endDate: '2026-03-02' }, stored],
    ['/api/shopping-lists', { name: 'x' }, { ...stored, activatedAt: 1, itemCount: 9 }],
  ])('are refused by POST %s, each by its name', async (path, right, extra) => {
    const { status, json } = await asAda({ path, method: 'POST', body: { ...right, ...extra } });
    expect(status).toBe(400);
    const named = json.errors.map(({ path: field }: { path: string }) => field);
    expect(named.sort()).toEqual(Object.keys(extra).sort());
  });

  test('are refused for the account', async () => {
    for (const [field, value] of Object.entries({ ...stored, ...user })) {
      const body = { [field]: value };
      const { status } = await asAda({ path: '/api/auth/me', method: 'PATCH', body });
      expect([field, status]).toEqual([field, 400]);
    }
    const body = { email: 'mass@example.org', password: 'long enough', name: 'x', ...stored };
    const path = '/api/auth/register';
    const made = await call({ port, path, method: 'POST', from: freshAddress(), body });
    expect(made.status).toBe(400);
  });
});

describe('text that makes careless patterns run for ever', () => {
  const size = 400_000;
  const evil = [
    '1'.repeat(size),
    '1 1/2 '.repeat(size / 6),
    `${' '.repeat(size)}x`,
    `${'a'.repeat(size)}!`,
    '('.repeat(size),
    '1-'.repeat(size / 2),
    `${'\t\n'.repeat(size / 2)}x`,
  ];

  const texts = ['recipeIngredient', 'recipeInstructions', 'totalTime', 'recipeYield', 'url'];

  // A pattern that goes wrong would take hours, and the ingress gives up after 30 s with a 504.
  test.each([
    ['a line of ingredients', '/api/ingredients/parse', (text: string) => ({ lines: [text] })],
    [
      'lines of ingredients',
      '/api/ingredients/parse',
      (text: string) => ({ lines: Array.from({ length: 200 }, () => `${text.slice(0, 498)} x`) }),
    ],
    ['a title', '/api/recipes', (text: string) => ({ title: text })],
    ['pasted source', '/api/recipes/import', (text: string) => ({ html: text })],
    [
      'pasted data',
      '/api/recipes/import',
      (text: string) => ({
        jsonLd: JSON.stringify({
          '@type': 'Recipe',
          name: 'x',
          ...Object.fromEntries(texts.map((field) => [field, text.slice(0, 60_000)])),
        }),
      }),
    ],
  ])('is answered as %s', async (_what, path, body) => {
    for (const text of evil) {
      const { status } = await asAda({ path, method: 'POST', body: body(text) });
      expect([200, 201, 400, 422]).toContain(status);
    }
  });

  test('is answered in queries and headers', async () => {
    for (const text of evil.map((one) => encodeURIComponent(one.slice(0, 5000)))) {
      const found = await asAda({ path: `/api/recipes?q=${text}` });
      expect(found.status).toBe(400);
      const headers = {
        'if-match': `"${text.slice(0, 900)}`,
        cookie: `recipe_book_refresh=${text}`,
      };
      const path = `/api/recipes/${recipe.id}`;
      const changed = await asAda({ path, method: 'PATCH', headers, body: { rating: 1 } });
      expect(changed.status).toBe(412);
    }
  });
});

describe('values within values within values', () => {
  const depth = 400_000;
  const lists = `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const objects = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;

  test.each([
    ['/api/recipes', lists],
    ['/api/recipes', objects],
    ['/api/recipes', `{"title":"x","ingredients":${lists}}`],
    ['/api/recipes', `{"title":"x","nutrition":${objects}}`],
    ['/api/shopping-lists', `{"items":${lists}}`],
    ['/api/auth/me', objects],
  ])('are refused at %s', async (path, text) => {
    const method = path === '/api/auth/me' ? 'PATCH' : 'POST';
    expect((await asAda({ path, method, body: text })).status).toBe(400);
  });

  test('are no recipe in what is imported', async () => {
    for (const text of [lists, objects]) {
      const body = JSON.stringify({ jsonLd: text });
      expect((await post('/api/recipes/import', body)).status).toBe(422);
      const file = `{"@graph":[{"@type":"Recipe","name":${text}}]}`;
      expect((await post('/api/import', file)).status).toBe(400);
      // What was left unread is not taken for the next request.
      expect((await post('/api/recipes', '{"title":"After"}')).status).toBe(201);
    }
  });
});

describe('a body that is large only when unpacked', () => {
  const text = Buffer.from(JSON.stringify({ title: 'x'.repeat(64 * 1024 * 1024) }));

  test.each([
    ['gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['br', brotliCompressSync(text)],
  ])('is refused when packed by %s', async (encoding, packed) => {
    expect(packed.length).toBeLessThan(100_000);
    for (const path of ['/api/recipes', '/api/ingredients/parse', '/api/recipes/import']) {
      const answer = await post(path, packed, { 'content-encoding': encoding });
      expect([path, answer.status]).toEqual([path, 413]);
    }
  });

  test('is refused when packed in a way that nobody knows', async () => {
    const answer = await post('/api/recipes', gzipSync('{}'), { 'content-encoding': 'x-own' });
    expect(answer.status).toBe(415);
  });
});
