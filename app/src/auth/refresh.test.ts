import { startApp, type TestApp } from '../testing/app.ts';
import { cookieOf, setCookieOf } from '../testing/refresh-cookie.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
}, 20_000);
afterAll(() => app.stop());

const password = 'correct horse';
let count = 0;

/** A new user who has just registered. */
async function newSession() {
  count += 1;
  const email = `user-${count}@example.com`;
  const answer = await app.request
    .post('/api/auth/register')
    .send({ email, password, name: 'Cook' })
    .expect(201);
  return { email, user: answer.body.user, cookie: cookieOf(answer) };
}

type Cookie = { Cookie: string };

function refresh(cookie: Partial<Cookie>) {
  return app.request.post('/api/auth/refresh').set(cookie);
}

function sessions() {
  return app.database.connection.collection('sessions');
}

describe('the cookie', () => {
  test('comes with registering and signing in, out of reach of scripts and other sites', async () => {
    const { email } = await newSession();
    const answer = await app.request.post('/api/auth/login').send({ email, password }).expect(200);
    expect(setCookieOf(answer)).toEqual({
      name: 'recipe_book_refresh',
      value: expect.stringMatching(/^[\w-]{64}$/),
      path: '/api/auth',
      httpOnly: true,
      sameSite: 'strict',
      maxAge: 30 * 24 * 3600,
    });
  });

  test('is secure outside development, and lives as long as REFRESH_TOKEN_TTL says', async () => {
    const other = await startApp({ APP_ENV: 'staging', REFRESH_TOKEN_TTL: '7d' });
    const answer = await other.request
      .post('/api/auth/register')
      .send({ email: 'ada@example.com', password, name: 'Ada' })
      .expect(201);
    expect(setCookieOf(answer)).toMatchObject({ secure: true, maxAge: 7 * 24 * 3600 });
    await other.stop();
  }, 20_000);
});

describe('refreshing', () => {
  test('gives a new access token, the user and another cookie, again and again', async () => {
    const { user, cookie } = await newSession();
    const first = await refresh(cookie).expect(200);
    expect(first.body).toEqual({ accessToken: expect.stringMatching(/^eyJ/), user });
    expect(cookieOf(first)).not.toEqual(cookie);
    const second = await refresh(cookieOf(first)).expect(200);
    expect(cookieOf(second)).not.toEqual(cookieOf(first));
    expect(second.headers['cache-control']).toBe('no-store');
  });

  test('works with the request that fetch sends, which has an empty body', async () => {
    const { cookie } = await newSession();
    await refresh(cookie).set('Content-Length', '0').expect(200);
  });

  test.each([
    ['no cookie', {}],
    ['a cookie of another shape', { Cookie: 'recipe_book_refresh=x' }],
    ['a token that nobody made', { Cookie: `recipe_book_refresh=${'A'.repeat(64)}` }],
  ])('is 401 with %s', async (_what, cookie) => {
    const { body } = await refresh(cookie).expect(401);
    expect(body.type).toBe('urn:recipe-book:problem:session-over');
  });

  test('is 401 when the time of the session is over', async () => {
    const { cookie } = await newSession();
    await sessions().updateMany({}, { $set: { expiresAt: new Date(Date.now() - 1) } });
    await refresh(cookie).expect(401);
  });

  test('puts off the end of the session', async () => {
    const { user, cookie } = await newSession();
    const soon = new Date(Date.now() + 60_000);
    await sessions().updateMany({}, { $set: { expiresAt: soon } });
    await refresh(cookie).expect(200);
    const ends = await sessions()
      .find({ expiresAt: { $gt: soon } })
      .toArray();
    expect(ends.map(({ owner }) => String(owner))).toEqual([user.id]);
  });
});

describe('a token that was used', () => {
  test('ends the session, for the thief and for the user', async () => {
    const { cookie } = await newSession();
    const next = cookieOf(await refresh(cookie).expect(200));
    const last = cookieOf(await refresh(next).expect(200));
    await refresh(cookie).expect(401);
    await refresh(last).expect(401);
    expect(app.lines).toContainEqual(expect.objectContaining({ message: 'session.reused' }));
  });

  test('leaves other sessions of the user alone', async () => {
    const { email, cookie } = await newSession();
    const other = cookieOf(await app.request.post('/api/auth/login').send({ email, password }));
    const next = cookieOf(await refresh(cookie).expect(200));
    await refresh(next).expect(200);
    await refresh(cookie).expect(401);
    await refresh(other).expect(200);
  });

  test('still gives the same successor to a second tab at the same instant', async () => {
    const { cookie } = await newSession();
    const answers = await Promise.all([1, 2, 3, 4].map(() => refresh(cookie).expect(200)));
    const cookies = new Set(answers.map((answer) => cookieOf(answer).Cookie));
    expect(cookies.size).toBe(1);
    const [next = ''] = cookies;
    await refresh({ Cookie: next }).expect(200);
  });

  test('ends the session at once when its successor was used, however little time went by', async () => {
    const { cookie } = await newSession();
    const second = cookieOf(await refresh(cookie).expect(200));
    const third = cookieOf(await refresh(second).expect(200));
    await refresh(cookie).expect(401);
    await refresh(third).expect(401);
  });
});

describe('signing out', () => {
  test('ends the session and takes the cookie away', async () => {
    const { cookie } = await newSession();
    const answer = await app.request.post('/api/auth/logout').set(cookie).expect(204);
    expect(setCookieOf(answer)).toMatchObject({ value: '', maxAge: 0, path: '/api/auth' });
    await refresh(cookie).expect(401);
  });

  test('ends it by a token that was used, too', async () => {
    const { cookie } = await newSession();
    const next = cookieOf(await refresh(cookie).expect(200));
    await app.request.post('/api/auth/logout').set(cookie).expect(204);
    await refresh(next).expect(401);
  });

  test('is fine without a session', async () => {
    await app.request.post('/api/auth/logout').expect(204);
  });
});

test('a session that began with an older password is over', async () => {
  const { user, cookie } = await newSession();
  await app.services.users.setPassword(user.id, 'another horse');
  await refresh(cookie).expect(401);
});

test('the database keeps neither the token nor a part of it, and ends old sessions by itself', async () => {
  const { cookie } = await newSession();
  const token = cookie.Cookie.split('=')[1] ?? '';
  const stored = JSON.stringify(await sessions().find().toArray());
  const bytes = Buffer.from(token, 'base64url');
  for (const part of [token, bytes.subarray(0, 16), bytes.subarray(16)]) {
    const text = Buffer.from(part);
    expect(stored).not.toContain(text.toString('base64url'));
    expect(stored).not.toContain(text.toString('hex'));
    expect(stored).not.toContain(text.toString());
  }
  const indexes = await sessions().indexes();
  expect(indexes).toContainEqual(
    expect.objectContaining({ key: { expiresAt: 1 }, expireAfterSeconds: 0 }),
  );
});

test('no token gets into the logs', async () => {
  const { cookie } = await newSession();
  await refresh(cookie).expect(200);
  expect(JSON.stringify(app.lines)).not.toContain(cookie.Cookie.split('=')[1]);
});
