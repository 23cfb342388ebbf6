import { gunzipSync, gzipSync } from 'node:zlib';
import { type Edge, startEdge } from '../testing/edge.ts';
import { type Answer, get } from '../testing/get.ts';

const body = JSON.stringify({
  items: Array.from({ length: 200 }, (_, at) => ({ title: `x${at}` })),
});

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge(
    {},
    {
      answer: ({ url, headers }, response) => {
        response.setHeader('content-type', 'application/json; charset=utf-8');
        response.setHeader('x-asked', headers['accept-encoding'] ?? 'nothing');
        if (url === '/packed') response.setHeader('content-encoding', 'gzip').end(gzipSync(body));
        else if (url === '/picture') response.setHeader('content-type', 'image/webp').end(body);
        else if (url === '/short') response.end(body.slice(0, 1023));
        else response.setHeader('etag', '"7"').end(body);
      },
    },
  );
});
afterAll(() => edge.stop());

function ask(acceptEncoding: string | undefined, path = '/json'): Promise<Answer> {
  const headers = acceptEncoding === undefined ? {} : { 'accept-encoding': acceptEncoding };
  return get(edge.port, path, { headers });
}

test.each([
  'gzip',
  'gzip, deflate, br, zstd',
  'br;q=1, gzip;q=0.8',
  'gzip;q=0.001',
  '*',
  'deflate, *;q=0.5',
])('who takes %s gets gzip', async (acceptEncoding) => {
  const { headers, bytes } = await ask(acceptEncoding);
  expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
  expect(gunzipSync(bytes).toString()).toBe(body);
});

test.each([
  undefined,
  '',
  'identity',
  'br, zstd, deflate',
  'gzip;q=0',
  'gzip;q=0, *',
  '*;q=0',
  'identity, gzip;q=0.5',
])('who takes %j gets it as it is', async (acceptEncoding) => {
  const { headers, text } = await ask(acceptEncoding);
  expect(headers['content-encoding']).toBeUndefined();
  // Caches must know that others get it otherwise.
  expect(headers.vary).toBe('Accept-Encoding');
  expect(headers.etag).toBe('"7"');
  expect(text).toBe(body);
});

test('the tag of what is compressed is weak, because its bytes are not those of the app', async () => {
  expect((await ask('gzip')).headers.etag).toBe('W/"7"');
});

test('what is compressed already, short, or no text is left alone', async () => {
  const packed = await ask('gzip', '/packed');
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(packed.bytes).toString()).toBe(body);
  for (const path of ['/short', '/picture']) {
    expect((await ask('gzip', path)).headers['content-encoding']).toBeUndefined();
  }
});

test('the app is never asked to compress', async () => {
  expect((await ask('gzip, br')).headers['x-asked']).toBe('nothing');
});

test('but for files that it keeps compressed it is told what the client takes', async () => {
  const { headers, bytes } = await ask('gzip, br', '/assets/app.js');
  expect(headers['x-asked']).toBe('gzip, br');
  // One that it has not compressed after all is not sent larger than it need be.
  expect(gunzipSync(bytes).toString()).toBe(body);
});
