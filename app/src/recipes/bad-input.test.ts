import fc from 'fast-check';
import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';

let app: TestApp;
let user: SignedInHeaders;

beforeAll(async () => {
  app = await startApp({ MAX_BODY_SIZE: '2048' });
  user = await app.signUp('ada@example.com');
}, 20_000);
afterAll(() => app.stop());

async function stored(): Promise<number> {
  const { body } = await app.request.get('/api/recipes').set(user).expect(200);
  return body.total;
}

const json = 'application/json';

test.each([
  ['malformed JSON', json, '{"title": "s3cret', 400, 'The body is not valid JSON.'],
  ['a JSON value that is no object', json, '"s3cret"', 400, 'The body is not valid JSON.'],
  ['a wrong content type', 'text/plain', 'x', 415, 'The Content-Type must be application/json.'],
  ['an over-long body', json, `{"title":"${'x'.repeat(3000)}"}`, 413, 'The body is too large.'],
  ['a charset that is not Unicode', `${json}; charset=latin1`, '{}', 415, /UTF-8/],
])('%s is refused', async (_what, type, body, status, detail) => {
  const answer = await app.request
    .post('/api/recipes')
    .set(user)
    .set('Content-Type', type)
    .send(body)
    .expect(status);
  expect(answer.headers['content-type']).toMatch('application/problem+json');
  expect(answer.body).toMatchObject({ status, detail: expect.stringMatching(detail) });
  expect(answer.body.requestId).toEqual(expect.any(String));
  expect(await stored()).toBe(0);
  expect(JSON.stringify(app.lines)).not.toContain('s3cret');
});

test('a wrong content type is told which are right', async () => {
  const sent = (method: 'post' | 'patch', path: string) =>
    app.request[method](path).set(user).set('Content-Type', 'text/plain').send('x').expect(415);
  expect((await sent('post', '/api/recipes')).headers['accept']).toBe('application/json');
  const one = `/api/recipes/${'0'.repeat(24)}`;
  expect((await sent('patch', one)).headers['accept']).toBe(
    'application/json, application/merge-patch+json',
  );
});

test.each([
  ['an operator object', { title: { $gt: '' } }, 'title'],
  ['an operator object further down', { title: 'x', tags: [{ $ne: 1 }] }, 'tags.0'],
  ['an unknown field', { title: 'x', stars: 5 }, 'stars'],
  [
    'an unknown field of an ingredient',
    { title: 'x', ingredients: [{ name: 'y', z: 1 }] },
    'ingredients.0.z',
  ],
  ['a prototype', JSON.parse('{"title":"x","__proto__":{"admin":true}}'), '__proto__'],
  ['an empty title', { title: '  ' }, 'title'],
  ['a script for an address', { title: 'x', sourceUrl: 'javascript:alert(1)' }, 'sourceUrl'],
])('%s is refused by name', async (_what, body, path) => {
  const answer = await app.request
    .post('/api/recipes')
    .set(user)
    .set('Content-Type', json)
    .send(JSON.stringify(body))
    .expect(400);
  expect(answer.body.type).toBe('urn:recipe-book:problem:invalid-input');
  expect(answer.body.errors).toEqual([{ path, message: expect.any(String) }]);
  expect(await stored()).toBe(0);
});

test.each(['1', 'x'.repeat(24), '%7B%22%24gt%22%3A%22%22%7D'])('id %s is 404', async (id) => {
  const { body } = await app.request.get(`/api/recipes/${id}`).set(user).expect(404);
  expect(body.detail).toBe(
    'There is nothing here: id must have 24 hexadecimal digits, in lower case.',
  );
});

test('an address that is not well-formed is 400', async () => {
  await app.request.get('/api/recipes/%E0%A4%A').set(user).expect(400);
});

test('a wrong method is 405 and says which are right', async () => {
  const answer = await app.request.delete('/api/recipes').set(user).expect(405);
  expect(answer.headers['allow']).toBe('GET, POST, HEAD');
});

test('an unknown address is 404', async () => {
  const { body } = await app.request.get('/api/nothing?x=1').expect(404);
  expect(body).toMatchObject({ status: 404, detail: 'There is nothing at /api/nothing.' });
});

test('no JSON at all makes the app fail', async () => {
  const field = fc.constantFrom('title', 'ingredients', 'steps', 'tags', 'servings', 'sourceUrl');
  const nearlyRecipe = fc.dictionary(field, fc.jsonValue(), { maxKeys: 4 });
  const input = fc.oneof(fc.jsonValue(), nearlyRecipe);
  const method = fc.constantFrom('post' as const, 'put' as const, 'patch' as const);
  const { body } = await app.request
    .post('/api/recipes')
    .set(user)
    .send({ title: 'x' })
    .expect(201);
  await fc.assert(
    fc.asyncProperty(input, method, async (value, how) => {
      const path = how === 'post' ? '/api/recipes' : `/api/recipes/${body.id}`;
      const answer = await app.request[how](path)
        .set(user)
        .set('Content-Type', json)
        .send(JSON.stringify(value));
      expect(answer.status).toBeLessThan(500);
    }),
    { numRuns: 200 },
  );
}, 30_000);
