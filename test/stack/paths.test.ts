import { call, freshAddress } from '../harness/client.ts';
import { testStack } from '../harness/stack.ts';

const { ingressPort: port } = testStack();

/** Other ways to write the path of signing in, as somebody may who wants to guess passwords uncounted. */
const spellings = [
  '//api/auth/login',
  '/api//auth///login',
  '/./api/auth/./login',
  '/x/../api/auth/login',
  '/../api/auth/login',
  '/%2e/api/auth/login',
  '/x/%2E%2e/api/auth/login',
  '/api/auth/%6Cogin',
  '/%61%70%69/auth/login',
  '/api\\auth\\login',
  '/api/auth/login?x=1',
  '/api/auth/login?/../../other',
  'http://other.example/api/auth/login',
  '/API/auth/login',
  '/api/auth/LOGIN',
  '/api/auth/login/',
  '/api/auth/login/.',
  '/api/auth/login;x=1',
  '/api/auth/login%20',
  '/api/auth/login%00',
  '/api%2Fauth%2flogin',
  '/api%5Cauth%5clogin',
  '/api%252Fauth%252Flogin',
  '/api/auth/login%3Fx=1',
  '/api/auth/login%23x',
  '/api/auth/login#x',
  '/api/auth/x/..;/login',
  '/api/auth/log%C4%B1n',
];

test.each(spellings)('%s is counted as signing in, or is no way to sign in', async (path) => {
  const { status, headers } = await call({
    ...{ port, path, method: 'POST', from: freshAddress() },
    body: { email: 'nobody@example.org', password: 'wrong password' },
  });
  if (status === 401) expect(headers['ratelimit-policy']).toMatch(/^"login";/);
  else expect([400, 404, 405, 308]).toContain(status);
});

test('as it should be written it is counted, and answered 401', async () => {
  const { status, headers } = await call({
    ...{ port, path: '/api/auth/login', method: 'POST', from: freshAddress() },
    body: { email: 'nobody@example.org', password: 'wrong password' },
  });
  expect([status, headers['ratelimit-policy']]).toEqual([401, expect.stringMatching(/^"login";/)]);
});
