import { randomUUID } from 'node:crypto';
import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';
import { startDatabase, type TestDatabase } from '../testing/database.ts';

let stored: TestDatabase;
let app: TestApp;
/** Another instance, on the same database. */
let other: TestApp;
let ada: SignedInHeaders;
let bob: SignedInHeaders;

beforeAll(async () => {
  stored = await startDatabase();
  app = await startApp({ MONGODB_URI: stored.uri });
  other = await startApp({ MONGODB_URI: stored.uri });
  ada = await app.signUp('ada@example.com');
  bob = await app.signUp('bob@example.com');
}, 30_000);
afterAll(async () => {
  await other.stop();
  await app.stop();
  await stored.stop();
});

function post(path: string, key: string, body: object, user = ada, by = app) {
  return by.request
    .post(path)
    .set({ ...user, 'Idempotency-Key': key })
    .send(body);
}

async function titles(user = ada): Promise<string[]> {
  const { body } = await app.request.get('/api/recipes?limit=100').set(user).expect(200);
  return body.items.map(({ title }: { title: string }) => title);
}

const records = () => app.database.connection.collection('idempotencykeys');

/** As if the time of a key were over before the database has removed it. */
async function expire(key: string): Promise<void> {
  await records().updateOne({ key }, { $set: { expiresAt: new Date() } });
}

describe('the same request with the same key', () => {
  test('is done once, and answered again the same', async () => {
    const [key, recipe] = [randomUUID(), { title: 'Once', ingredients: ['1 l water'] }];
    const first = await post('/api/recipes', key, recipe).expect(201);
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    const again = await post('/api/recipes', key, recipe, ada, other).expect(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers).toMatchObject({
      'idempotency-replayed': 'true',
      location: first.headers['location'],
      etag: first.headers['etag'],
      'cache-control': 'no-store',
    });
    expect((await titles()).filter((title) => title === 'Once')).toHaveLength(1);
  });

  test('is done once when it comes 20 times at once to two instances', async () => {
    const key = randomUUID();
    const send = (_: unknown, index: number) =>
      post('/api/recipes', key, { title: 'Many' }, ada, index % 2 ? app : other);
    const answers = await Promise.all(Array.from({ length: 20 }, send));
    const made = answers.filter(({ status }) => status === 201);
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    for (const { status, body, headers } of answers.filter((one) => !made.includes(one))) {
      expect([status, body.type]).toEqual([409, 'urn:recipe-book:problem:request-under-way']);
      expect(headers['retry-after']).toBe('1');
    }
    expect((await titles()).filter((title) => title === 'Many')).toHaveLength(1);
    const later = await post('/api/recipes', key, { title: 'Many' }).expect(201);
    expect(later.body.id).toBe(made[0]?.body.id);
  });

  test('by another user is another request', async () => {
    const key = randomUUID();
    const hers = await post('/api/recipes', key, { title: 'Ours' }).expect(201);
    const his = await post('/api/recipes', key, { title: 'Ours' }, bob).expect(201);
    expect(his.body.id).not.toBe(hers.body.id);
    expect(his.headers).not.toHaveProperty('idempotency-replayed');
    expect(await titles(bob)).toEqual(['Ours']);
  });

  test('is refused again the same, when it was refused for good', async () => {
    const key = randomUUID();
    const first = await post('/api/recipes', key, { title: '' }).expect(400);
    const again = await post('/api/recipes', key, { title: '' }).expect(400);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.headers['content-type']).toBe(first.headers['content-type']);
    const { requestId, ...problem } = again.body;
    expect(first.body).toEqual({ ...problem, requestId: expect.any(String) });
    expect(requestId).not.toBe(first.body.requestId);
  });

  test('without a body is answered again too', async () => {
    const made = await post('/api/recipes', randomUUID(), { title: 'Twin' }).expect(201);
    const path = `/api/recipes/${made.body.id}/duplicate`;
    const key = randomUUID();
    const send = () => app.request.post(path).set({ ...ada, 'Idempotency-Key': key });
    const first = await send().expect(201);
    expect((await send().expect(201)).body).toEqual(first.body);
  });

  test('changes a password once', async () => {
    const cleo = await app.signUp('cleo@example.com');
    const [key, path] = [randomUUID(), '/api/auth/change-password'];
    const change = { currentPassword: 'correct horse', newPassword: 'battery staple' };
    await post(path, key, change, cleo).expect(204);
    const again = await post(path, key, change, cleo).expect(204);
    expect(again.headers['idempotency-replayed']).toBe('true');
    await post(path, randomUUID(), change, cleo).expect(403);
  });
});

describe('another request with the same key is refused', () => {
  test.each([
    ['another body', '/api/recipes', { title: 'B' }],
    ['another path', '/api/collections', { title: 'A' }],
    ['another query', '/api/recipes?x=1', { title: 'A' }],
  ])('%s', async (_what, path, body) => {
    const key = randomUUID();
    await post('/api/recipes', key, { title: 'A' }).expect(201);
    const before = await titles();
    const refused = await post(path, key, body).expect(422);
    expect(refused.body.type).toBe('urn:recipe-book:problem:idempotency-key-reused');
    expect(await titles()).toEqual(before);
  });

  test('another id in the path', async () => {
    const paths = await Promise.all(
      ['C', 'D'].map(async (title) => {
        const made = await app.request.post('/api/recipes').set(ada).send({ title }).expect(201);
        return `/api/recipes/${made.body.id}/duplicate`;
      }),
    );
    const key = randomUUID();
    await post(paths[0] ?? '', key, {}).expect(201);
    await post(paths[1] ?? '', key, {}).expect(422);
  });

  test('another version in If-Match', async () => {
    const made = await app.request.post('/api/recipes').set(ada).send({ title: 'F' }).expect(201);
    const path = `/api/recipes/${made.body.id}/image`;
    const key = randomUUID();
    const fetchImage = (version: string) =>
      post(path, key, { url: 'http://127.0.0.1/x.png' }).set('If-Match', version);
    // Nothing is fetched from this machine.
    const first = await fetchImage('"1"');
    expect((await fetchImage('"1"')).body.type).toBe(first.body.type);
    const { body } = await fetchImage('"2"').expect(422);
    expect(body.type).toBe('urn:recipe-book:problem:idempotency-key-reused');
  });
});

test('a header that is no part of what is asked makes no other request', async () => {
  const key = randomUUID();
  const send = (language: string) =>
    post('/api/recipes', key, { title: 'E' }).set('Accept-Language', language);
  const first = await send('en').expect(201);
  expect((await send('de').expect(201)).body.id).toBe(first.body.id);
});

test('a key of an instance that has died is free after a minute', async () => {
  const key = randomUUID();
  const recipe = { title: 'Survivor' };
  const [owner] = await app.database.connection
    .collection('users')
    .find({ email: 'ada@example.com' })
    .toArray();
  // What an instance leaves that dies between beginning and answering.
  const request = ['/api/recipes', {}, {}, recipe, {}];
  const begun = await other.services.idempotencyKeys.begin(String(owner?._id), key, request);
  expect(begun.kind).toBe('first');
  await post('/api/recipes', key, recipe).expect(409);
  const [left] = await records().find({ answer: null }).toArray();
  const rest = left?.['expiresAt'].getTime() - Date.now();
  expect(rest).toBeGreaterThan(30_000);
  expect(rest).toBeLessThanOrEqual(60_000);
  await expire(left?.['key']);
  await post('/api/recipes', key, recipe).expect(201);
  await post('/api/recipes', key, recipe).expect(201);
  expect((await titles()).filter((title) => title === 'Survivor')).toHaveLength(1);
});

test('a key is kept for a day, and is then free for another request', async () => {
  const key = randomUUID();
  await post('/api/recipes', key, { title: 'Yesterday' }).expect(201);
  const [newest] = await records().find().sort({ _id: -1 }).limit(1).toArray();
  const hours = (newest?.['expiresAt'].getTime() - Date.now()) / 3_600_000;
  expect(Math.round(hours)).toBe(24);
  await expire(newest?.['key']);
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => post('/api/recipes', key, { title: 'Today' })),
  );
  expect(answers.map(({ status }) => status)).toContain(201);
  expect((await titles()).filter((title) => title === 'Today')).toHaveLength(1);
});

test('the database removes keys whose time is over', async () => {
  const indexes = await records().indexes();
  expect(indexes).toContainEqual(
    expect.objectContaining({ key: { owner: 1, key: 1 }, unique: true }),
  );
  expect(indexes).toContainEqual(
    expect.objectContaining({ key: { expiresAt: 1 }, expireAfterSeconds: 0 }),
  );
});

test('a request without a key is done each time', async () => {
  for (const _ of [1, 2]) {
    await app.request.post('/api/recipes').set(ada).send({ title: 'Twice' }).expect(201);
  }
  expect((await titles()).filter((title) => title === 'Twice')).toHaveLength(2);
});

test.each(['x'.repeat(256), 'a b', 'ä'])('%s is no key', async (key) => {
  const { body } = await post('/api/recipes', key, { title: 'x' }).expect(400);
  expect(body.errors).toEqual([
    { path: 'idempotency-key', message: 'must be 1 to 255 visible characters' },
  ]);
});

test('the database alone tells neither the key nor the secret of a link nor a password', async () => {
  const dora = await app.signUp('dora@example.com');
  const { body: recipe } = await app.request
    .post('/api/recipes')
    .set(dora)
    .send({ title: 'x' })
    .expect(201);
  const keys = [randomUUID(), randomUUID(), randomUUID()] as const;
  const input = { kind: 'recipe', id: recipe.id };
  const share = await post('/api/shares', keys[0], input, dora).expect(201);
  const calendar = await post('/api/calendar', keys[1], {}, dora).expect(201);
  const passwords = { currentPassword: 'correct horse', newPassword: 'purple monkey' };
  await post('/api/auth/change-password', keys[2], passwords, dora).expect(204);
  // Those who have the key get the same link again.
  const again = await post('/api/shares', keys[0], input, dora).expect(201);
  expect(again.body).toEqual(share.body);
  await app.request.get(again.body.url).expect(200);

  const all = await records().find().toArray();
  const text = JSON.stringify(all);
  const decoded = all.map(({ answer }) => Buffer.from(answer ?? '', 'base64').toString('latin1'));
  for (const secret of [...keys, share.body.token, calendar.body.token, 'purple monkey']) {
    expect(text).not.toContain(secret);
    expect(decoded.join()).not.toContain(secret);
    expect(JSON.stringify(app.lines)).not.toContain(secret);
  }
});

test('the keys go with the account', async () => {
  const eve = await app.signUp('eve@example.com');
  const { body: me } = await app.request.get('/api/auth/me').set(eve).expect(200);
  await post('/api/recipes', randomUUID(), { title: 'x' }, eve).expect(201);
  const ofEve = async () =>
    (await records().find().toArray()).filter(({ owner }) => String(owner) === me.id);
  expect(await ofEve()).toHaveLength(1);
  await app.request.delete('/api/auth/me').set(eve).send({ password: 'correct horse' }).expect(204);
  expect(await ofEve()).toEqual([]);
});

test('every POST by which a user changes something tells of the header', async () => {
  const { body } = await app.request.get('/api/openapi.json').expect(200);
  const telling = Object.entries<{ post?: { parameters?: { name: string }[] } }>(body.paths)
    .filter(([, { post }]) => post?.parameters?.some(({ name }) => name === 'idempotency-key'))
    .map(([path]) => path);
  expect(telling.sort()).toEqual([
    '/api/auth/change-password',
    '/api/calendar',
    '/api/collections',
    '/api/meal-plans',
    '/api/recipes',
    '/api/recipes/{id}/duplicate',
    '/api/recipes/{id}/image',
    '/api/shares',
    '/api/shopping-lists',
    '/api/shopping-lists/{id}/items',
    '/api/shopping-lists/{id}/sync',
  ]);
});
