import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { constants } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { makeCertificate } from '../testing/certificate.ts';
import { type Edge, startEdge } from '../testing/edge.ts';
import { get } from '../testing/get.ts';
import { openHttp2, send } from '../testing/http2-client.ts';
import { raw } from '../testing/raw.ts';

let folder: string;
let plain: Edge;
let secure: Edge;
const answer: NonNullable<Parameters<typeof startEdge>[1]>['answer'] = (request, response) => {
  const hash = createHash('sha256');
  request.on('data', (chunk) => hash.update(chunk));
  request.on('end', () => response.end(hash.digest('hex')));
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'http2-'));
  const { certificate, key } = makeCertificate(folder, 'tls');
  plain = await startEdge({}, { answer });
  secure = await startEdge({}, { answer, tls: { certificate, key } });
});
afterAll(async () => {
  await Promise.all([plain.stop(), secure.stop()]);
  rmSync(folder, { recursive: true });
});

const sessionOf = ({ port }: Edge, scheme: 'http' | 'https') =>
  openHttp2(`${scheme}://127.0.0.1:${port}`);

test.each(['http', 'https'] as const)(
  'HTTP/2 by %s takes bodies beyond its windows whole, and HTTP/1.1 has the same port',
  async (scheme) => {
    const edge = scheme === 'http' ? plain : secure;
    const session = sessionOf(edge, scheme);
    try {
      for (const [path, size] of [
        ['/api/recipes', 1024 * 1024],
        ['/api/recipes/0123456789abcdef01234567/image', 10 * 1024 * 1024],
      ] as const) {
        const body = randomBytes(size);
        const headers = { ':method': 'POST', ':path': path, 'content-length': size };
        const { headers: given, text } = await send(session, headers, body);
        expect(given[':status']).toBe(200);
        expect(text).toBe(createHash('sha256').update(body).digest('hex'));
      }
    } finally {
      session.destroy();
    }
    expect((await get(edge.port, '/x', { protocol: `${scheme}:` })).status).toBe(200);
  },
);

test('a client may have 100 requests under way, and fill 256 KiB for each before they are read', async () => {
  const session = sessionOf(plain, 'http');
  await once(session, 'remoteSettings');
  expect(session.remoteSettings).toMatchObject({
    maxConcurrentStreams: 100,
    initialWindowSize: 256 * 1024,
    enableConnectProtocol: false,
  });
  session.destroy();
});

test('what is too large is refused as over HTTP/1.1, headers by ending the request', async () => {
  const session = sessionOf(plain, 'http');
  const before = plain.app.seen.length;
  const size = 1024 * 1024 + 1;
  const post = { ':method': 'POST', ':path': '/x', 'content-length': size };
  const { headers } = await send(session, post, Buffer.alloc(size));
  expect(headers).toMatchObject({ ':status': 413, 'content-type': 'application/problem+json' });
  const many = Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`x${at}`, 'y']));
  await expect(send(session, { ':path': '/x', ...many })).rejects.toThrow();
  await expect(send(session, { ':path': '/x', y: 'x'.repeat(33 * 1024) })).rejects.toThrow();
  session.destroy();
  expect(plain.app.seen).toHaveLength(before);
});

test('a client that takes its requests back at once is cut off, and hardly troubles the app', async () => {
  const before = plain.app.seen.length;
  const session = sessionOf(plain, 'http');
  let sent = 0;
  for (; !session.destroyed && sent < 5000; sent++) {
    const stream = session.request({ ':path': '/taken-back' }, { endStream: true });
    stream.on('error', () => undefined);
    stream.close(constants.NGHTTP2_CANCEL);
    if (sent % 50 === 0) await nextTurn();
  }
  expect(sent).toBeLessThan(5000);
  expect(plain.app.seen.length - before).toBeLessThan(260);
  expect((await get(plain.port, '/x')).status).toBe(200);
});

test('a client that only makes work for the connection is cut off', async () => {
  const settings = Buffer.from('000000040000000000', 'hex');
  const ping = Buffer.from('0000080600000000000000000000000000', 'hex');
  const client = raw(plain.port, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
  client.socket.write(settings);
  client.socket.pause();
  const pings = Buffer.concat(Array.from({ length: 1000 }, () => ping));
  const timer = setInterval(() => client.socket.write(pings), 1);
  await client.closed;
  clearInterval(timer);
  expect(await plain.stat('http2.outbound_control_flood')).toBe(1);
  expect((await get(plain.port, '/x')).status).toBe(200);
});
