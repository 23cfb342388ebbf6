import { createLocalJWKSet, jwtVerify } from 'jose';
import { asEnvoyPassesOn, startApp, type TestApp } from '../testing/app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
}, 20_000);
afterAll(() => app.stop());

const password = 'correct horse';

function register(email: string) {
  return app.request.post('/api/auth/register').send({ email, password, name: ' Ada ' });
}

describe('registering', () => {
  test('gives a token that the public key set verifies', async () => {
    const { body } = await register('ada@example.com').expect(201);
    expect(body.user).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      email: 'ada@example.com',
      name: 'Ada',
    });
    const { body: keys } = await app.request.get('/.well-known/jwks.json').expect(200);
    expect(keys.keys[0]).not.toHaveProperty('d');
    const { payload, protectedHeader } = await jwtVerify(
      body.accessToken,
      createLocalJWKSet(keys),
      { issuer: 'recipe-book', audience: 'recipe-book', algorithms: ['EdDSA'] },
    );
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', kid: keys.keys[0].kid });
    expect(payload).toMatchObject({ sub: body.user.id, jti: expect.any(String) });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(900);
  });

  test('is refused for an address that is taken, however it is written', async () => {
    await register('bob@example.com').expect(201);
    const { body } = await register(' BOB@Example.com ').expect(409);
    expect(body.type).toBe('urn:recipe-book:problem:email-taken');
  });

  test('at the same moment makes one account', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => register('eve@example.com')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  test('says what is wrong, without the values', async () => {
    const { body, text } = await app.request
      .post('/api/auth/register')
      .send({ email: 'x', password: 's3cret', name: '' })
      .expect(400);
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'email',
      'password',
      'name',
    ]);
    expect(text).not.toContain('s3cret');
  });
});

describe('signing in', () => {
  beforeAll(async () => {
    await register('cleo@example.com').expect(201);
  });

  test('works with the address written in another way', async () => {
    const { body } = await app.request
      .post('/api/auth/login')
      .send({ email: 'Cleo@Example.com', password })
      .expect(200);
    const me = await app.request
      .get('/api/auth/me')
      .set(asEnvoyPassesOn(body.accessToken))
      .expect(200);
    expect(me.body).toEqual(body.user);
  });

  test('tells nobody who has an account', async () => {
    const answers = await Promise.all(
      ['cleo@example.com', 'nobody@example.com'].map((email) =>
        app.request.post('/api/auth/login').send({ email, password: 'wrong horse' }).expect(401),
      ),
    );
    const [known, unknown] = answers.map(({ body }) => ({ ...body, requestId: '' }));
    expect(known).toEqual(unknown);
  });

  test.each([
    { email: { $gt: '' }, password },
    { email: 'cleo@example.com', password: { $ne: null } },
  ])('refuses operator objects: %j', async (body) => {
    await app.request.post('/api/auth/login').send(body).expect(400);
  });

  test('leaves no password and no token in the logs', () => {
    const written = JSON.stringify(app.lines);
    expect(written).toContain('user.signed_in');
    expect(written).not.toContain(password);
    expect(written).not.toContain('eyJ');
  });
});

test('a token outlives its account as 401', async () => {
  const user = await app.signUp('gone@example.com');
  await app.database.connection.collection('users').deleteOne({ email: 'gone@example.com' });
  await app.request.get('/api/auth/me').set(user).expect(401);
});

test('passwords are stored as argon2id with the costs that OWASP asks for', async () => {
  await register('hash@example.com').expect(201);
  const stored = await app.database.connection
    .collection('users')
    .findOne({ email: 'hash@example.com' });
  expect(stored?.['passwordHash']).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});
