import { randomFillSync } from 'node:crypto';
import http from 'node:http';
import { crc32, deflateSync } from 'node:zlib';
import { readLogs, readSpans } from '@recipe-book/local';
import { call, freshAddress } from '../harness/client.ts';
import { testStack } from '../harness/stack.ts';
import { until } from '../harness/until.ts';
import { registerUser, type TestUser } from '../harness/users.ts';

const stack = testStack();
const port = stack.ingressPort;
const mebibyte = 1024 * 1024;

let user: TestUser;
let path: string;

beforeAll(async () => {
  user = await registerUser(port);
  const recipe = { path: '/api/recipes', method: 'POST', body: { title: 'Soup' } };
  const { headers } = await call({ port, token: user.token, ...recipe });
  path = `${headers.location}/image`;
});

/** A chunk of a PNG file (PNG specification, 5.3). */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/** A grey picture in which no pixel is like another: it cannot be packed. */
function noisyPng(size: number): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  const rows = randomFillSync(Buffer.alloc((size + 1) * size));
  // The first byte of each row says how it is coded: not at all.
  for (let row = 0; row < size; row++) rows[row * (size + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows))];
  return Buffer.concat([signature, ...parts, chunk('IEND', Buffer.alloc(0))]);
}

function put(body: Buffer) {
  const headers = { 'content-type': 'image/png', 'content-length': body.length };
  return call({ port, path, method: 'PUT', token: user.token, headers, body });
}

test('a picture above the size of other bodies comes through, and back from any instance', async () => {
  const picture = noisyPng(1500);
  expect(picture.length).toBeGreaterThan(2 * mebibyte);
  const { status, json } = await put(picture);
  expect(status).toBe(200);
  const from = freshAddress();
  for (const [at, ingress] of stack.ingresses.entries()) {
    const [file] = json.image.urls.slice(at);
    const headers = { 'accept-encoding': 'gzip' };
    const answer = await call({ port: ingress, path: file.url, from, headers });
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'x-ratelimit-limit': '600',
    });
    expect(answer.headers['content-encoding']).toBeUndefined();
  }
  const other = await call({ port, path: '/api/recipes', from });
  expect(other.headers['x-ratelimit-remaining']).toBe('99');
});

test('what is too large is refused, also when it does not say how large it is', async () => {
  const large = Buffer.alloc(10 * mebibyte + 1);
  expect((await put(large)).status).toBe(413);
  const unannounced = http.request({
    host: '127.0.0.1',
    port,
    path,
    method: 'PUT',
    agent: false,
    headers: {
      'content-type': 'image/png',
      'transfer-encoding': 'chunked',
      authorization: `Bearer ${user.token}`,
    },
  });
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  unannounced.once('response', (response) => {
    response.resume();
    resolve(response.statusCode);
  });
  unannounced.once('error', reject);
  unannounced.end(large);
  expect(await promise).toBe(413);
});

test('neither traces nor logs tell the address of a picture', async () => {
  const { json } = await put(noisyPng(100));
  const { key, urls } = json.image;
  const { headers } = await call({ port, path: urls[0].url, from: freshAddress() });
  const traceId = String(headers['x-trace-id']);
  const spans = await until('both services have sent their spans', 30, () => {
    const found = readSpans(stack.paths.telemetry).filter((span) => span.traceId === traceId);
    return new Set(found.map(({ service }) => service)).size === 2 && found;
  });
  const logs = await until('both services have sent their log records', 30, () => {
    const found = readLogs(stack.paths.telemetry).filter((entry) => entry.traceId === traceId);
    return new Set(found.map(({ service }) => service)).size === 2 && found;
  });
  expect(spans.map(({ name }) => name)).toContain('GET /api/images/:key/:width.webp');
  expect(JSON.stringify([spans, logs])).not.toContain(key);
}, 60_000);
