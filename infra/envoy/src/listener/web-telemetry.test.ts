import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { type Edge, startEdge } from '../testing/edge.ts';
import { get } from '../testing/get.ts';

const body = '{"resourceSpans":[]}';
let collector: Server;
let received: { method: string; url: string; headers: IncomingHttpHeaders }[];
let edge: Edge;
let off: Edge;

beforeAll(async () => {
  collector = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    received.push({ method, url, headers });
    request
      .resume()
      .on('end', () => response.setHeader('content-type', 'application/json').end('{}'));
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const { port } = collector.address() as AddressInfo;
  const placement = { webTelemetry: { address: '127.0.0.1', port } };
  [edge, off] = await Promise.all([
    startEdge({ PUBLIC_URL: 'https://public.example' }, { placement }),
    startEdge({ WEB_TELEMETRY: 'false' }, { placement }),
  ]);
}, 60_000);
afterAll(async () => {
  await Promise.all([edge.stop(), off.stop()]);
  collector.close();
});
beforeEach(() => {
  received = [];
});
// Whatever comes of it, it is nothing for the app.
afterEach(() => {
  expect([...edge.app.seen, ...off.app.seen].filter((one) => one.includes('/otlp'))).toEqual([]);
});

interface Sent {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Record<string, string | undefined>;
  readonly body?: string | Buffer;
}

/** As our own front end sends it, but for what a test says. */
async function send({
  path = '/otlp/v1/traces',
  method = 'POST',
  headers,
  body: sent = body,
}: Sent) {
  const all = {
    host: 'recipes.example',
    origin: 'https://recipes.example',
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(sent)),
    ...headers,
  };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const { status } = await get(
    edge.port,
    path,
    { method, headers: given as Record<string, string> },
    sent,
  );
  return status;
}

test('what the front end sends goes to the Collector, without who sends it', async () => {
  const headers = { authorization: 'Bearer x', cookie: 'a=b', 'x-jwt-payload': 'e30' };
  expect(await send({ headers })).toBe(200);
  expect(await send({ path: '/otlp/v1/logs' })).toBe(200);
  // A page without TLS, by a browser that then does not say where it comes from.
  const plain = { origin: 'http://recipes.example', 'sec-fetch-site': undefined };
  expect(await send({ headers: plain })).toBe(200);
  // Behind a proxy that asks by another name than the browser.
  expect(await send({ headers: { origin: 'https://public.example' } })).toBe(200);
  expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'POST /otlp/v1/traces',
    'POST /otlp/v1/logs',
    'POST /otlp/v1/traces',
    'POST /otlp/v1/traces',
  ]);
  for (const name of ['authorization', 'cookie', 'x-jwt-payload', 'x-client-address']) {
    expect(received[0]?.headers[name]).toBeUndefined();
  }
});

test.each<[string, Sent, number]>([
  ['another method', { method: 'PUT' }, 405],
  ['reading', { method: 'GET', body: '', headers: { 'content-type': undefined } }, 405],
  ['asking beforehand', { method: 'OPTIONS', body: '' }, 405],
  ['metrics', { path: '/otlp/v1/metrics' }, 404],
  ['profiles', { path: '/otlp/v1development/profiles' }, 404],
  ['a longer path', { path: '/otlp/v1/traces/x' }, 404],
  ['nothing', { path: '/otlp' }, 404],
  ['a path around it', { path: '/otlp/v1/../../api/recipes/../../otlp/v2' }, 404],
  ['another site', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
  ['a neighbour', { headers: { 'sec-fetch-site': 'same-site' } }, 403],
  ['another origin', { headers: { origin: 'https://evil.example' } }, 403],
  ['an origin that ends alike', { headers: { origin: 'https://evil-recipes.example' } }, 403],
  [
    'an origin that ends like the public one',
    { headers: { origin: 'https://x.public.example' } },
    403,
  ],
  ['another port', { headers: { origin: 'https://recipes.example:8443' } }, 403],
  ['no origin', { headers: { origin: undefined } }, 403],
  ['protobuf', { headers: { 'content-type': 'application/x-protobuf' } }, 415],
  ['a form', { headers: { 'content-type': 'text/plain' } }, 415],
  ['no type', { headers: { 'content-type': undefined } }, 415],
  ['a packed body', { headers: { 'content-encoding': 'gzip' } }, 415],
  [
    'a body of unknown length',
    { headers: { 'content-length': undefined, 'transfer-encoding': 'chunked' } },
    411,
  ],
  ['a large body', { body: Buffer.alloc(32_769, ' ') }, 413],
])('%s is refused', async (_what, sent, status) => {
  expect(await send(sent)).toBe(status);
  expect(received).toEqual([]);
});

test('bodies that come slowly reach nobody, take no place, and end after some seconds', async () => {
  const head = [
    'POST /otlp/v1/traces HTTP/1.1',
    ...['Host: x', 'Origin: http://x', 'Content-Type: application/json', 'Content-Length: 60'],
  ];
  // More than may be under way to the Collector, and wait for it, together.
  const slow = Array.from({ length: 60 }, () => connect(edge.port, '127.0.0.1'));
  const answers = slow.map(async (socket) => {
    socket.write(`${head.join('\r\n')}\r\n\r\n{`);
    const [data] = await once(socket, 'data');
    return String(data).slice(0, 12);
  });
  const drip = setInterval(() => {
    for (const socket of slow) socket.write(' ');
  }, 1000);
  try {
    expect(await send({ body: `${' '.repeat(32_000)}${body}` })).toBe(200);
    expect(new Set(await Promise.all(answers))).toEqual(new Set(['HTTP/1.1 408']));
    expect(received).toHaveLength(1);
  } finally {
    clearInterval(drip);
    for (const socket of slow) socket.destroy();
  }
}, 30_000);

test('with WEB_TELEMETRY=false nothing is taken', async () => {
  const headers = { host: 'x', origin: 'http://x', 'content-type': 'application/json' };
  const { status } = await get(off.port, '/otlp/v1/traces', { method: 'POST', headers }, body);
  expect(status).toBe(404);
  expect(received).toEqual([]);
});

test('a page is told the span of its request', async () => {
  const asked = (accept: string) => get(edge.port, '/recipes', { headers: { accept } });
  const { headers } = await asked('text/html,*/*;q=0.8');
  const told = new RegExp(`^traceparent;desc="00-${headers['x-trace-id']}-[0-9a-f]{16}-01"$`);
  expect(headers['server-timing']).toMatch(told);
  expect((await asked('application/json')).headers['server-timing']).toBeUndefined();
});
