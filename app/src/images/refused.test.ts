import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { Readable, type Writable } from 'node:stream';
import sharp from 'sharp';
import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';
import { redAndBlue } from '../testing/pictures.ts';

const maxSize = 100_000;

let app: TestApp;
let ada: SignedInHeaders;
let path: string;
let picture: Buffer;
let site: Server;
let origin: string;

const answers: Record<string, RequestListener> = {
  // What a site says of a picture does not matter.
  '/picture': (_request, response) => response.setHeader('Content-Type', 'text/html').end(picture),
  '/moved': (_request, response) => response.writeHead(302, { Location: '/picture' }).end(),
  '/inside': (_request, response) =>
    response.writeHead(302, { Location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  '/page': (_request, response) => response.setHeader('Content-Type', 'image/png').end('<html>'),
  '/large': (_request, response) => response.end(Buffer.alloc(maxSize + 1)),
};

beforeAll(async () => {
  const settings = { RECIPE_IMPORT_ALLOW_LOOPBACK: 'true', MAX_IMAGE_SIZE: String(maxSize) };
  app = await startApp(settings);
  ada = await app.signUp('ada@example.com');
  picture = await (await redAndBlue()).jpeg().toBuffer();
  const { headers } = await app.request.post('/api/recipes').set(ada).send({ title: 'Soup' });
  path = `${headers['location']}/image`;
  site = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  const address = site.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}, 20_000);
afterAll(async () => {
  site.closeAllConnections();
  site.close();
  await app.stop();
});

function put(bytes: Buffer | string, type = 'image/png') {
  return app.request.put(path).set(ada).set('Content-Type', type).send(bytes);
}

function preview(url: string) {
  return app.request.post('/api/recipes/import/image').set(ada).send({ url });
}

async function version(): Promise<number> {
  return (await app.request.get(path.replace('/image', '')).set(ada).expect(200)).body.version;
}

test('the content decides, whatever the name and the Content-Type say', async () => {
  await put(picture, 'image/gif').expect(200);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const { body } = await put(Buffer.from(svg)).expect(415);
  expect(body.type).toBe('urn:recipe-book:problem:image-unsupported');
});

test.each([
  ['a Content-Type that is no picture', 'text/html', 415],
  ['SVG', 'image/svg+xml', 415],
  ['JSON', 'application/json', 415],
])('%s is refused unread', async (_what, type, status) => {
  await put(picture, type).expect(status);
});

test('an empty body is no picture', async () => {
  await put(Buffer.alloc(0)).expect(415);
  await app.request.put(path).set(ada).expect(415);
});

test('half a picture is refused and changes nothing', async () => {
  const before = await version();
  const { body } = await put(picture.subarray(0, picture.length / 2)).expect(400);
  expect(body.type).toBe('urn:recipe-book:problem:image-damaged');
  expect(await version()).toBe(before);
});

test('a picture above MAX_IMAGE_SIZE is 413, also when it does not say how long it is', async () => {
  const large = Buffer.concat([picture, Buffer.alloc(maxSize)]);
  await put(large).expect(413);
  const unannounced = app.request
    .put(path)
    .set(ada)
    .type('image/png')
    .ok(() => true);
  const parts = [large.subarray(0, 50_000), large.subarray(50_000)];
  Readable.from(parts).pipe(unannounced as unknown as Writable);
  const [answer] = await once(unannounced, 'response');
  expect(answer.status).toBe(413);
});

test('a body that is packed is refused: it could unpack to anything', async () => {
  await put(picture).set('Content-Encoding', 'gzip').expect(415);
});

test.each(['/picture', '/moved'])('a picture is copied from %s of another site', async (where) => {
  const before = await version();
  const { body } = await app.request
    .post(path)
    .set(ada)
    .send({ url: `${origin}${where}` })
    .expect(200);
  expect(body).toMatchObject({ version: before + 1, image: { width: 800, height: 600 } });
  await app.request.get(body.image.urls[0].url).expect(200);
});

test('a picture of another site is shown as it would be kept, and nothing is stored', async () => {
  const before = await version();
  const { body } = await preview(`${origin}/picture`)
    .expect(200)
    .expect('Content-Type', 'image/webp');
  expect(await sharp(body).metadata()).toMatchObject({ format: 'webp', width: 800, height: 600 });
  expect(await version()).toBe(before);
  expect(await app.database.connection.collection('pictures').countDocuments()).toBe(1);
});

test.each([
  ['/absent', 422, 'refused'],
  ['/inside', 422, 'not-public'],
  ['/large', 422, 'too-large'],
  ['/page', 415, 'unsupported'],
])('what is at %s is not taken: %s %s', async (where, status, reason) => {
  const before = await version();
  const { body } = await app.request
    .post(path)
    .set(ada)
    .send({ url: `${origin}${where}` })
    .expect(status);
  expect(body.type).toBe(`urn:recipe-book:problem:image-${reason}`);
  expect(await version()).toBe(before);
  const shown = await preview(`${origin}${where}`).expect(status);
  expect(shown.body.type).toBe(body.type);
});

test.each([
  ['nothing', {}],
  ['an unknown field', { url: 'https://a.example/', size: 1 }],
  ['an operator', { url: { $gt: '' } }],
])('%s for an address is 400', async (_what, body) => {
  await app.request.post(path).set(ada).send(body).expect(400);
});

test('fifty at once are all served', async () => {
  const before = await version();
  const sent = Array.from({ length: 50 }, () => put(picture));
  const statuses = (await Promise.all(sent)).map(({ status }) => status);
  // Changes of one recipe that meet all the time are refused after some tries.
  expect(new Set(statuses).difference(new Set([200, 412]))).toEqual(new Set());
  const stored = await version();
  expect(stored - before).toBe(statuses.filter((status) => status === 200).length);
  const files = app.database.connection.collection('imagefiles');
  expect(await files.countDocuments()).toBe(3);
}, 30_000);
