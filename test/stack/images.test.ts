import { randomFillSync } from 'node:crypto';
import http from 'node:http';
import { readLogs, readSpans } from '@recipe-book/local';
import { call, freshAddress } from '../harness/client.ts';
import { testStack } from '../harness/stack.ts';
import { until } from '../harness/until.ts';
import { registerUser, type TestUser } from '../harness/users.ts';
import { greyPng } from '../src/png.ts';

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

/** A picture in which no pixel is like another, so that it cannot be packed. */
function noisyPng(size: number): Buffer {
  return greyPng(size, size, randomFillSync(Buffer.alloc(size * size)));
}

function put(body: Buffer) {
  const headers = { 'content-type': 'image/png', 'content-length': body.length };
  return call({ port, path, method: 'PUT', token: user.token, headers, body });
}

test('a picture above the size of other bodies comes through, and back from any instance', async () => {
  const picture = noisyPng(1100);
  expect(picture.length).toBeGreaterThan(mebibyte);
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

function areBoth(found: readonly { service: string }[]): boolean {
  const services = found.map(({ service }) => service);
  return services.includes('recipe-book-api') && services.includes('recipe-book-api-envoy');
}

test('neither traces nor logs tell the address of a picture', async () => {
  const { json } = await put(noisyPng(100));
  const { key, urls } = json.image;
  const { headers } = await call({ port, path: urls[0].url, from: freshAddress() });
  const traceId = String(headers['x-trace-id']);
  const spans = await until('both services have sent their spans', 30, () => {
    const found = readSpans(stack.paths.telemetry).filter((span) => span.traceId === traceId);
    return areBoth(found) && found;
  });
  const logs = await until('both services have sent their log records', 30, () => {
    const found = readLogs(stack.paths.telemetry).filter((entry) => entry.traceId === traceId);
    return areBoth(found) && found;
  });
  expect(spans.map(({ name }) => name)).toContain('GET /api/images/:key/:width.webp');
  expect(JSON.stringify([spans, logs])).not.toContain(key);
}, 60_000);
