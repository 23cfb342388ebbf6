import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';
import { redAndBlue } from '../testing/pictures.ts';
import { startS3Server, type TestS3Server } from '../testing/s3-server.ts';

let app: TestApp;
let s3: TestS3Server;
let ada: SignedInHeaders;
let picture: Buffer;
let path: string;

beforeEach(async () => {
  s3 = await startS3Server();
  app = await startApp(s3.settings);
  ada = await app.signUp('ada@example.com');
  picture = await (await redAndBlue(100, 100)).png().toBuffer();
  const recipe = await app.request.post('/api/recipes').set(ada).send({ title: 'Soup' });
  path = recipe.headers['location'] ?? '';
}, 20_000);
afterEach(async () => {
  await app.stop();
  await s3.stop();
});

function put() {
  return app.request.put(`${path}/image`).set(ada).set('Content-Type', 'image/png').send(picture);
}

function listed() {
  return app.database.connection.collection('pictures');
}

test('while the store is away, pictures are 503, and all else goes on', async () => {
  const { image, version } = (await put().expect(200)).body;
  await s3.stop();
  for (const request of [put(), app.request.get(image.urls[0].url)]) {
    const { body, headers } = await request.expect(503);
    expect(body.type).toBe('urn:recipe-book:problem:image-store-away');
    expect(headers['retry-after']).toBe('2');
  }
  // The recipe still shows what it showed.
  const { body } = await app.request.get(path).set(ada).expect(200);
  expect(body).toMatchObject({ image, version });
  await app.request.delete(path).set(ada).expect(204);
  expect(app.lines.filter(({ level }) => level === 'warn')).toMatchObject([
    { message: 'a picture that nobody sees any more could not be removed' },
  ]);
  // What could not be removed is known, so the account is not gone before its pictures are.
  expect(await listed().countDocuments()).toBe(2);
  const password = 'correct horse';
  await app.request.delete('/api/auth/me').set(ada).send({ password }).expect(503);
  await app.request.get('/api/auth/me').set(ada).expect(200);
  const lines = JSON.stringify(app.lines);
  expect(lines).not.toContain(s3.settings.S3_SECRET_ACCESS_KEY);
  expect(lines).not.toContain(image.key);
});

test('what was left over goes with the next change an hour later, and not before', async () => {
  const first = await put().expect(200);
  const owner = (await listed().findOne())?.['owner'];
  const recipe = (await listed().findOne())?.['recipe'];
  const leftOver = (name: string, minutes: number) => {
    const createdAt = new Date(Date.now() - minutes * 60_000);
    return { _id: name as never, owner, recipe, widths: [100], createdAt };
  };
  await listed().insertMany([leftOver('old', 61), leftOver('under-way', 1)]);
  const second = await put().expect(200);
  await app.request.get(first.body.image.urls[0].url).expect(404);
  await app.request.get(second.body.image.urls[0].url).expect(200);
  const names = (await listed().find().toArray()).map(({ _id }) => String(_id));
  expect(names).toHaveLength(2);
  expect(names).toContain('under-way');
});
