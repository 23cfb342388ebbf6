import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import sharp from 'sharp';
import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';
import { redAndBlue } from '../testing/pictures.ts';
import { startS3Server, type TestS3Server } from '../testing/s3-server.ts';

let jpeg: Buffer;
let png: Buffer;
let s3: TestS3Server;

beforeAll(async () => {
  jpeg = await (await redAndBlue(800, 600)).jpeg().toBuffer();
  png = await (await redAndBlue(400, 300)).png().toBuffer();
  s3 = await startS3Server();
}, 20_000);
afterAll(() => s3.stop());

/** The same of both stores. */
describe.each(['database', 's3'])('with pictures in %s', (kind) => {
  let app: TestApp;
  let ada: SignedInHeaders;
  let bob: SignedInHeaders;
  let path: string;

  beforeAll(async () => {
    app = await startApp(kind === 's3' ? s3.settings : {});
    ada = await app.signUp('ada@example.com');
    bob = await app.signUp('bob@example.com');
  }, 20_000);
  afterAll(() => app.stop());

  beforeEach(async () => {
    const { headers } = await app.request
      .post('/api/recipes')
      .set(ada)
      .send({ title: 'Soup' })
      .expect(201);
    path = headers['location'] ?? '';
  });
  afterEach(async () => {
    await app.request.delete(path).set(ada);
    expect(await storedFiles()).toBe(0);
    expect(await app.database.connection.collection('pictures').countDocuments()).toBe(0);
  });

  async function storedFiles(): Promise<number> {
    if (kind === 'database') {
      return app.database.connection.collection('imagefiles').countDocuments();
    }
    const found = await readdir(s3.folder, { recursive: true });
    return found.filter((name) => name.endsWith('.webp')).length;
  }

  function put(bytes: Buffer, user: Record<string, string> = ada, at = path) {
    return app.request.put(`${at}/image`).set(user).set('Content-Type', 'image/jpeg').send(bytes);
  }

  test('a recipe shows its picture, alone, in lists and by a link', async () => {
    const { body, headers } = await put(jpeg).expect(200);
    const { key } = body.image;
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(body).toMatchObject({ title: 'Soup', version: 2 });
    expect(headers['etag']).toBe('"2"');
    expect(body.image).toEqual({
      key,
      width: 800,
      height: 600,
      urls: [320, 640, 800].map((width) => ({ width, url: `/api/images/${key}/${width}.webp` })),
    });
    const one = await app.request.get(path).set(ada).expect(200);
    expect(one.body).toEqual(body);
    const list = await app.request.get('/api/recipes').set(ada).expect(200);
    expect(list.body.items).toMatchObject([{ image: body.image }]);
    const found = await app.request.get('/api/recipes?q=soup').set(ada).expect(200);
    expect(found.body.items).toMatchObject([{ image: body.image }]);
    const wanted = { kind: 'recipe', id: body.id };
    const share = await app.request.post('/api/shares').set(ada).send(wanted).expect(201);
    const shared = await app.request.get(share.body.apiUrl).expect(200);
    expect(shared.body.recipe.image).toEqual(body.image);
  });

  test('whoever has the address of a file gets it, once a year', async () => {
    const { body } = await put(jpeg).expect(200);
    for (const { url, width } of body.image.urls) {
      const file = await app.request.get(url).expect(200);
      expect(file.headers).toMatchObject({
        'content-type': 'image/webp',
        'cache-control': 'private, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        'content-length': String(file.body.length),
      });
      expect(await sharp(file.body).metadata()).toMatchObject({ format: 'webp', width });
      const known = { 'If-None-Match': file.headers['etag'] ?? '' };
      await app.request.get(url).set(known).expect(304, {});
      const head = await app.request.head(url).expect(200);
      expect(head.headers['content-length']).toBe(String(file.body.length));
    }
  });

  test.each(['321.webp', '0.webp', '320', '320.png', '99999.webp', '-1.webp'])(
    'there is nothing at %s',
    async (file) => {
      const { body } = await put(jpeg).expect(200);
      const { headers } = await app.request
        .get(`/api/images/${body.image.key}/${file}`)
        .expect(404);
      expect(headers['cache-control']).toBe('no-store');
    },
  );

  test('another picture takes the place of the first, under another key', async () => {
    const first = (await put(jpeg).expect(200)).body.image;
    const second = (await put(png).expect(200)).body;
    expect(second).toMatchObject({ version: 3, image: { width: 400, height: 300 } });
    expect(second.image.key).not.toBe(first.key);
    await app.request.get(first.urls[0].url).expect(404);
    await app.request.get(second.image.urls[0].url).expect(200);
    expect(await storedFiles()).toBe(2);
  });

  test('a picture stays when the rest is replaced, and goes when it is taken away', async () => {
    const { body } = await put(jpeg).expect(200);
    const changed = await app.request.put(path).set(ada).send({ title: 'Broth' }).expect(200);
    expect(changed.body.image).toEqual(body.image);
    const without = await app.request.delete(`${path}/image`).set(ada).expect(200);
    expect(without.body).toMatchObject({ title: 'Broth', version: 4 });
    expect(without.body).not.toHaveProperty('image');
    expect(await storedFiles()).toBe(0);
    await app.request.get(body.image.urls[0].url).expect(404);
    await app.request.delete(`${path}/image`).set(ada).expect(200);
  });

  test('a change for a version that is gone is refused and leaves nothing behind', async () => {
    const { body } = await put(jpeg).expect(200);
    const stale = { ...ada, 'If-Match': '"1"' };
    await put(png, stale).expect(412);
    await app.request.delete(`${path}/image`).set(stale).expect(412);
    expect((await app.request.get(path).set(ada)).body).toEqual(body);
    expect(await storedFiles()).toBe(3);
    await put(png, { ...ada, 'If-Match': '"2"' }).expect(200);
  });

  test('of pictures at the same time one stays, whole', async () => {
    const answers = await Promise.all([jpeg, png, jpeg, png].map((bytes) => put(bytes)));
    for (const { status } of answers) expect(status).toBe(200);
    const { body } = await app.request.get(path).set(ada).expect(200);
    expect(body.version).toBe(5);
    for (const { url } of body.image.urls) await app.request.get(url).expect(200);
    expect(await storedFiles()).toBe(body.image.urls.length);
  });

  test('a copy of a recipe has a copy of the picture', async () => {
    const { image } = (await put(jpeg).expect(200)).body;
    const copy = await app.request.post(`${path}/duplicate`).set(ada).expect(201);
    expect(copy.body.image).toMatchObject({ width: 800, height: 600 });
    expect(copy.body.image.key).not.toBe(image.key);
    await app.request.delete(path).set(ada).expect(204);
    await app.request.get(image.urls[0].url).expect(404);
    await app.request.get(copy.body.image.urls[2].url).expect(200);
    path = copy.headers['location'] ?? '';
  });

  test('other users find nothing', async () => {
    await put(jpeg).expect(200);
    await put(png, bob).expect(404);
    await app.request.post(`${path}/image`).set(bob).send({ url: 'http://a.example' }).expect(404);
    await app.request.delete(`${path}/image`).set(bob).expect(404);
    await put(png, {}).expect(401);
    expect((await app.request.get(path).set(ada)).body.version).toBe(2);
  });

  test('pictures go with the account', async () => {
    const cleo = await app.signUp('cleo@example.com');
    for (const title of ['one', 'two']) {
      const made = await app.request.post('/api/recipes').set(cleo).send({ title }).expect(201);
      await put(jpeg, cleo, made.headers['location']).expect(200);
    }
    expect(await storedFiles()).toBe(6);
    const password = 'correct horse';
    await app.request.delete('/api/auth/me').set(cleo).send({ password }).expect(204);
    expect(await storedFiles()).toBe(0);
  });

  test('a picture is in the file of everything, and comes back with its recipe', async () => {
    await put(jpeg).expect(200);
    const file = await app.request.get('/api/export').set(ada).expect(200);
    const dora = await app.signUp(`${randomUUID()}@example.com`);
    const restored = await app.request.post('/api/import').set(dora).send(file.body).expect(200);
    expect(restored.body.problems).toEqual([]);
    const list = await app.request.get('/api/recipes').set(dora).expect(200);
    const pictured = list.body.items.filter(({ image }: { image?: object }) => image);
    expect(pictured).toMatchObject([{ image: { width: 800, height: 600 } }]);
    await app.request.get(pictured[0].image.urls[0].url).expect(200);
    const again = await app.request.post('/api/import').set(dora).send(file.body).expect(200);
    expect(again.body.added.recipes).toBe(0);
    await app.request.delete('/api/auth/me').set(dora).send({ password: 'correct horse' });
  });

  test('no log tells the address of a picture', async () => {
    const { image } = (await put(jpeg).expect(200)).body;
    await app.request.get(image.urls[0].url).expect(200);
    const lines = JSON.stringify(app.lines);
    expect(lines).toContain('/api/images/[secret]/320.webp');
    expect(lines).not.toContain(image.key);
  });

  test('names of files do not tell the address of a picture', async () => {
    const { image } = (await put(jpeg).expect(200)).body;
    const files = await app.database.connection.collection('imagefiles').find().toArray();
    const names = [...files.map(({ _id }) => String(_id)), ...(await readdir(s3.folder))];
    expect(names.length).toBeGreaterThan(0);
    expect(names.join()).not.toContain(image.key);
  });
});
