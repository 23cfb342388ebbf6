import { type Answer, call, freshAddress } from '../harness/client.ts';
import { type OwnStack, ownStack } from '../harness/own-stack.ts';
import { untilWindowHasRoom } from '../harness/until.ts';
import { registerUser } from '../harness/users.ts';

const origin = 'https://app.example';
const limit = 5;

let stack: OwnStack;
beforeAll(async () => {
  stack = await ownStack({ CORS_ORIGINS: origin, RATE_LIMIT_MAX_REQUESTS: String(limit) });
}, 60_000);
afterAll(() => stack.stop());

/** As a browser asks before a page of another site may send something. */
function preflight(from: string): Promise<Answer> {
  const headers = {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type',
  };
  return call({ port: stack.port, path: '/api/recipes', method: 'OPTIONS', headers, from });
}

test('preflights are not counted, and a page may read how long to wait when its requests are', async () => {
  await untilWindowHasRoom(900, 10);
  const from = freshAddress();
  for (let count = 0; count < 3 * limit; count++) {
    const { status, headers } = await preflight(from);
    expect([status, headers['access-control-allow-origin']]).toEqual([200, origin]);
    expect(headers).not.toHaveProperty('x-ratelimit-limit');
  }
  const ask = () => {
    return call({ port: stack.port, path: '/api/recipes', headers: { origin }, from });
  };
  for (let left = limit - 1; left >= 0; left--) {
    const { status, headers } = await ask();
    expect([status, headers['x-ratelimit-remaining']]).toEqual([401, String(left)]);
  }
  const { status, headers } = await ask();
  expect(status).toBe(429);
  expect(headers['access-control-allow-origin']).toBe(origin);
  const readable = headers['access-control-expose-headers']?.split(', ') ?? [];
  for (const name of ['retry-after', 'x-ratelimit-reset', 'ratelimit', 'x-request-id']) {
    expect(readable).toContain(name);
    expect(headers).toHaveProperty(name);
  }
});

test('a page of a listed site changes something by a token, and one of another site does not', async () => {
  const { token } = await registerUser(stack.port);
  const post = (from: string) => {
    const headers = { origin: from, 'sec-fetch-site': 'cross-site' };
    const request = { port: stack.port, path: '/api/recipes', method: 'POST' };
    return call({ ...request, token, headers, body: { title: 'Soup' } });
  };
  expect((await post(origin)).status).toBe(201);
  const { status, json } = await post('https://evil.example');
  expect([status, json.type]).toEqual([403, 'urn:recipe-book:problem:cross-site']);
});
