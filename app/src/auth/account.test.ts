import { asEnvoyPassesOn, type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';
import { cookieOf, setCookieOf } from '../testing/refresh-cookie.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
}, 20_000);
afterAll(() => app.stop());

const password = 'correct horse';

interface Account {
  readonly email: string;
  readonly id: string;
  readonly as: SignedInHeaders;
  readonly cookie: { Cookie: string };
}

async function newAccount(): Promise<Account> {
  const email = `${crypto.randomUUID()}@example.com`;
  const answer = await app.request
    .post('/api/auth/register')
    .send({ email, password, name: 'Cook' })
    .expect(201);
  const { accessToken, user } = answer.body;
  return { email, id: user.id, as: asEnvoyPassesOn(accessToken), cookie: cookieOf(answer) };
}

function logIn(email: string, given: string) {
  return app.request.post('/api/auth/login').send({ email, password: given });
}

function refresh(cookie: { Cookie: string }) {
  return app.request.post('/api/auth/refresh').set(cookie);
}

describe('changing the name', () => {
  test('shows in the answer and from then on', async () => {
    const { as, email, id } = await newAccount();
    const { body } = await app.request
      .patch('/api/auth/me')
      .set(as)
      .send({ name: ' Grace ' })
      .expect(200);
    expect(body).toEqual({ id, email, name: 'Grace' });
    expect((await app.request.get('/api/auth/me').set(as).expect(200)).body).toEqual(body);
  });

  test.each([
    {},
    { name: '' },
    { name: { $gt: '' } },
    { email: 'other@example.com' },
    { name: 'x', passwordHash: 'x' },
  ])('refuses %j', async (body) => {
    const { as } = await newAccount();
    await app.request.patch('/api/auth/me').set(as).send(body).expect(400);
  });

  test('needs a user', async () => {
    await app.request.patch('/api/auth/me').send({ name: 'x' }).expect(401);
    const { as, id } = await newAccount();
    await app.services.users.remove(id);
    await app.request.patch('/api/auth/me').set(as).send({ name: 'x' }).expect(401);
  });
});

describe('changing the password', () => {
  const newPassword = 'battery staple';
  const change = (account: Account, body: object) =>
    app.request.post('/api/auth/change-password').set(account.as).send(body);

  test('lets the new one in and the old one not, and ends all sessions but this one', async () => {
    const account = await newAccount();
    const other = cookieOf(await logIn(account.email, password).expect(200));
    await change(account, { currentPassword: password, newPassword })
      .set(account.cookie)
      .expect(204, {});
    expect(await app.database.connection.model('Session').find({ owner: account.id })).toHaveLength(
      1,
    );
    await logIn(account.email, password).expect(401);
    await logIn(account.email, newPassword).expect(200);
    await refresh(other).expect(401);
    await refresh(account.cookie).expect(200);
  });

  test('without the cookie ends all sessions', async () => {
    const account = await newAccount();
    await change(account, { currentPassword: password, newPassword }).expect(204);
    await refresh(account.cookie).expect(401);
  });

  test('with the cookie of somebody else touches nothing of theirs', async () => {
    const [account, stranger] = [await newAccount(), await newAccount()];
    await change(account, { currentPassword: password, newPassword })
      .set(stranger.cookie)
      .expect(204);
    await refresh(account.cookie).expect(401);
    await refresh(stranger.cookie).expect(200);
  });

  test('is refused with a wrong password, and changes nothing', async () => {
    const account = await newAccount();
    const { body } = await change(account, { currentPassword: 'wrong', newPassword }).expect(403);
    expect(body.type).toBe('urn:recipe-book:problem:wrong-password');
    await logIn(account.email, password).expect(200);
    await refresh(account.cookie).expect(200);
  });

  test.each([
    { currentPassword: password, newPassword: 'short' },
    { currentPassword: password },
    { currentPassword: { $ne: '' }, newPassword },
  ])('refuses %j', async (body) => {
    await change(await newAccount(), body).expect(400);
  });
});

describe('deleting the account', () => {
  const remove = (account: Account, body: object) =>
    app.request.delete('/api/auth/me').set(account.as).set(account.cookie).send(body);

  test('leaves nothing of its user in any collection, and all of the others', async () => {
    const [account, stranger] = [await newAccount(), await newAccount()];
    for (const { as } of [account, stranger]) {
      await app.request.post('/api/recipes').set(as).send({ title: 'Soup' }).expect(201);
    }
    const answer = await remove(account, { password }).expect(204);
    expect(setCookieOf(answer)).toMatchObject({ value: '', maxAge: 0 });

    const collections = (await app.database.connection.db?.collections()) ?? [];
    const stored = await Promise.all(collections.map((each) => each.find().toArray()));
    expect(collections.length).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(stored)).not.toContain(account.id);
    expect(JSON.stringify(stored)).not.toContain(account.email);

    await logIn(account.email, password).expect(401);
    await refresh(account.cookie).expect(401);
    await app.request.get('/api/auth/me').set(account.as).expect(401);
    const { body } = await app.request.get('/api/recipes').set(stranger.as).expect(200);
    expect(body.total).toBe(1);
    await refresh(stranger.cookie).expect(200);
  });

  test('needs the password', async () => {
    const account = await newAccount();
    await remove(account, { password: 'wrong' }).expect(403);
    await remove(account, {}).expect(400);
    await logIn(account.email, password).expect(200);
  });

  test('ends what an access token that is still valid could leave behind', async () => {
    const account = await newAccount();
    await remove(account, { password }).expect(204);
    for (const path of ['/api/recipes', '/api/calendar', '/api/shopping-lists']) {
      await app.request.post(path).set(account.as).send({ title: 'Late' }).expect(401);
    }
    const collections = (await app.database.connection.db?.collections()) ?? [];
    const stored = await Promise.all(collections.map((each) => each.find().toArray()));
    expect(JSON.stringify(stored)).not.toContain(account.id);
  });

  test('frees the address', async () => {
    const account = await newAccount();
    await remove(account, { password }).expect(204);
    await app.request
      .post('/api/auth/register')
      .send({ email: account.email, password, name: 'Again' })
      .expect(201);
  });
});
