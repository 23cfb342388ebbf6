import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Call, call, freshAddress } from '../harness/client.ts';
import { testStack } from '../harness/stack.ts';
import { registerUser, type TestUser } from '../harness/users.ts';

const stack = testStack();
const port = stack.ingressPort;
const secret = 'hunter2-very-secret-canary';
let user: TestUser;
beforeAll(async () => {
  user = await registerUser(port);
});

const json = (text: string, path = '/api/recipes'): Omit<Call, 'port'> => ({
  path,
  method: 'POST',
  body: text,
});
const cases: [string, Omit<Call, 'port'>, number, RegExp][] = [
  ['malformed JSON', json('{"title": "x",,}'), 400, /JSON/],
  ['an empty body', json(''), 400, /./],
  [
    'a wrong content type',
    { ...json('title=x'), headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    415,
    /application\/json/,
  ],
  ['an over-long body', json(JSON.stringify({ title: 'x'.repeat(1_100_000) })), 413, /large/],
  [
    'an operator where text belongs',
    json('{"title": {"$gt": ""}, "ingredients": [], "steps": []}'),
    400,
    /title/,
  ],
  ['an unknown field', json('{"title": "x", "owner": "someone"}'), 400, /owner/],
  ['prototype pollution', json('{"title": "x", "__proto__": {"admin": true}}'), 400, /./],
  [
    'an operator as the address to sign in',
    {
      ...json(`{"email": {"$gt": ""}, "password": "${secret}"}`, '/api/auth/login'),
      from: freshAddress(),
    },
    400,
    /email/,
  ],
  [
    'a wrong password',
    {
      ...json(`{"email": "nobody@example.org", "password": "${secret}"}`, '/api/auth/login'),
      from: freshAddress(),
    },
    401,
    /./,
  ],
  ['an invalid id', { path: '/api/recipes/not-an-id' }, 404, /./],
  ['an unknown id', { path: '/api/recipes/0123456789abcdef01234567' }, 404, /./],
  ['an unknown path', { path: '/api/nothing' }, 404, /./],
  ['a wrong method', { path: '/api/recipes', method: 'DELETE' }, 405, /./],
  ['a page that is not a number', { path: '/api/recipes?page=x' }, 400, /page/],
  ['a limit above 100', { path: '/api/recipes?limit=101' }, 400, /limit/],
  ['an escaped slash', { path: '/api%2Frecipes' }, 400, /./],
  [
    'headers above the limit',
    { path: '/api/recipes', headers: { 'x-large': 'x'.repeat(40_000) } },
    431,
    /./,
  ],
];

test.each(cases)(
  '%s is answered with problem details that say what is wrong',
  async (_, request, status, detail) => {
    const answer = await call({ port, token: user.token, ...request });
    expect({ status: answer.status, type: answer.headers['content-type'] }).toEqual({
      status,
      type: expect.stringMatching(/^application\/problem\+json/),
    });
    expect(answer.json).toMatchObject({
      status,
      title: expect.any(String),
      requestId: answer.headers['x-request-id'],
    });
    expect(answer.text).toMatch(detail);
    expect(answer.text).not.toMatch(/at .*\.ts:\d+|node_modules|mongo/i);
  },
);

test('nothing of it was stored, and no secret was logged', async () => {
  const { json: list } = await call({ port, path: '/api/recipes', token: user.token });
  expect(list.total).toBe(0);
  const files = [
    stack.paths.logs,
    ...stack.ingresses.map((_, at) => join(stack.paths.telemetry, String(at))),
  ];
  for (const folder of files) {
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'utf8');
      expect({
        name,
        found: text.includes(secret) || text.includes(user.password) || text.includes(user.token),
      }).toEqual({ name, found: false });
    }
  }
});
