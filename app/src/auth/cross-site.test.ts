import { startApp, type TestApp } from '../testing/app.ts';
import { cookieOf } from '../testing/refresh-cookie.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
}, 20_000);
afterAll(() => app.stop());

test.each([
  ['refresh', { 'Sec-Fetch-Site': 'cross-site' }],
  ['refresh', { Origin: 'https://evil.example' }],
  ['logout', { 'Sec-Fetch-Site': 'cross-site' }],
  ['logout', { Origin: 'https://evil.example' }],
])('another site cannot %s: %j', async (operation, headers) => {
  const email = `${crypto.randomUUID()}@example.com`;
  const cookie = cookieOf(
    await app.request
      .post('/api/auth/register')
      .send({ email, password: 'correct horse', name: 'Cook' })
      .expect(201),
  );
  const answer = await app.request
    .post(`/api/auth/${operation}`)
    .set({ ...cookie, ...headers })
    .expect(403);
  expect(answer.headers['set-cookie']).toBeUndefined();
  await app.request.post('/api/auth/refresh').set(cookie).expect(200);
});
