import type { IncomingHttpHeaders } from 'node:http';
import { call, freshAddress } from '../harness/client.ts';
import { testStack } from '../harness/stack.ts';
import { registerUser } from '../harness/users.ts';

const stack = testStack();

test('a session goes on from instance to instance by its cookie, and a token used twice ends it', async () => {
  const [first = 0, second = 0] = stack.ingresses;
  const { email, password } = await registerUser(first);
  const from = freshAddress();
  const signedIn = await call({
    port: first,
    path: '/api/auth/login',
    method: 'POST',
    from,
    body: { email, password },
  });
  const cookie = cookieOf(signedIn.headers);
  const refresh = (port: number, value: string) =>
    call({ port, path: '/api/auth/refresh', method: 'POST', from, headers: { cookie: value } });
  const fresh = await refresh(second, cookie);
  expect(fresh.status).toBe(200);
  const token = String(fresh.json.accessToken);
  expect((await call({ port: first, path: '/api/auth/me', token })).json.email).toBe(email);
  const next = cookieOf(fresh.headers);
  expect((await refresh(first, next)).status).toBe(200);
  // The first cookie is two steps old: somebody else has it, so the whole session ends.
  expect((await refresh(second, cookie)).status).toBe(401);
  expect((await refresh(first, next)).status).toBe(401);
});

test('a page of another site cannot use the cookie', async () => {
  const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  const path = '/api/auth/refresh';
  const answer = await call({ port: stack.ingressPort, path, method: 'POST', headers });
  expect(answer.status).toBe(403);
});

/** The cookie as a browser would send it back. */
function cookieOf(headers: IncomingHttpHeaders): string {
  const [cookie = ''] = headers['set-cookie'] ?? [];
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
  return cookie.split(';')[0] ?? '';
}
