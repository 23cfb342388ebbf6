import { startApp, type TestApp } from '../testing/app.ts';

/** What nobody may keep. What each operation says is in testing/samples/caching.test.ts. */
const never = 'no-store';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
}, 20_000);
afterAll(() => app.stop());

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
