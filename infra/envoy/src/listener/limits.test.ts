import { until } from '@recipe-book/test/until';
import { type Edge, startEdge } from '../testing/edge.ts';
import { get } from '../testing/get.ts';
import { type Raw, raw } from '../testing/raw.ts';

const large = Buffer.alloc(32 * 1024 * 1024);
const head = 'GET /x HTTP/1.1\r\nhost: x\r\n';
const postHead = 'POST /x HTTP/1.1\r\nhost: x\r\n';
const post = `${postHead}content-length: 1000\r\n\r\nab`;

let edge: Edge;
beforeAll(async () => {
  const settings = {
    REQUEST_HEADERS_TIMEOUT: '1s',
    STREAM_IDLE_TIMEOUT: '1s',
    REQUEST_TIMEOUT: '3s',
    CONNECTION_IDLE_TIMEOUT: '1s',
  };
  edge = await startEdge(settings, {
    answer: (request, response) => {
      if (request.url === '/large') response.end(large);
      else request.resume().on('end', () => response.end('ok'));
    },
  });
});
afterAll(() => edge.stop());

/** Sends one piece after the other, without end, and gives the answer when the connection is closed. */
async function answerTo(first: string, piece?: string): Promise<string> {
  const client = raw(edge.port, first);
  const timer = piece && setInterval(() => client.socket.write(piece), 100);
  await client.closed;
  clearInterval(timer || undefined);
  return client.text();
}

/** The status and that it is a problem, of a whole answer as text. */
function problem(answer: string): number | undefined {
  const found = /^HTTP\/1\.1 (\d+) .*content-type: application\/problem\+json/s.exec(answer);
  return found ? Number(found[1]) : undefined;
}

/** The same for several requests at once. */
async function statuses(requests: Record<string, string>) {
  const asked = Object.entries(requests).map(async ([what, request]) => {
    return [what, problem(await answerTo(request))] as const;
  });
  return Object.fromEntries(await Promise.all(asked));
}

describe('a slow client', () => {
  test('is told 408 when its request does not arrive', async () => {
    const slow: Record<string, Promise<string>> = {
      'stops within its headers': answerTo(head),
      'never ends its headers': answerTo(head, 'x: y\r\n'),
      'stops within its body': answerTo(post),
      'never ends its body': answerTo(post, 'x'),
    };
    for (const [what, answer] of Object.entries(slow)) {
      expect([what, problem(await answer)]).toEqual([what, 408]);
    }
  });

  test('is let go of when it asks nothing, or nothing more', async () => {
    const [silent, done] = await Promise.all([answerTo(''), answerTo(`${head}\r\n`)]);
    expect(silent).toBe('');
    expect(done).toMatch(/^HTTP\/1\.1 200 OK\r\n.*ok$/s);
  });

  test('is cut off when it stops reading, and only little of the answer is kept for it', async () => {
    const before = edge.memory();
    const clients = Array.from({ length: 30 }, () => {
      const client = raw(edge.port, 'GET /large HTTP/1.1\r\nhost: x\r\n\r\n');
      client.socket.pause();
      return client;
    });
    const active = () => edge.stat('http.ingress.downstream_rq_active');
    await until('all are under way', 10, async () => (await active()) === clients.length);
    expect((edge.memory() - before) / clients.length).toBeLessThan(400_000);
    await until('none is left', 10, async () => (await active()) === 0);
    for (const { socket } of clients) socket.destroy();
  });
});

test('more than fits is told so', async () => {
  const pad = 'y'.repeat(33 * 1024);
  const many = Array.from({ length: 101 }, (_, at) => `x${at}: y\r\n`).join('');
  expect(
    await statuses({
      'headers in number': `${head}${many}\r\n`,
      'headers in size': `${head}x: ${pad}\r\n\r\n`,
      path: `GET /${pad} HTTP/1.1\r\nhost: x\r\n\r\n`,
      ...Object.fromEntries(
        [
          '1048577',
          '9007199254740991',
          '9223372036854775807',
          '9223372036854775808',
          '18446744073709551615',
        ].map((length) => [
          `a body of ${length}, before it is sent`,
          `${postHead}connection: close\r\ncontent-length: ${length}\r\n\r\n`,
        ]),
      ),
    }),
  ).toEqual({
    'headers in number': 431,
    'headers in size': 431,
    path: 431,
    'a body of 1048577, before it is sent': 413,
    'a body of 9007199254740991, before it is sent': 413,
    'a body of 9223372036854775807, before it is sent': 413,
    'a body of 9223372036854775808, before it is sent': 413,
    'a body of 18446744073709551615, before it is sent': 413,
  });
});

test('what other programs may read otherwise is refused', async () => {
  const before = edge.app.seen.length;
  expect(
    await statuses({
      'a length and chunks': `${postHead}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
      'two lengths': `${postHead}content-length: 1\r\ncontent-length: 0\r\n\r\n`,
      'a space before the colon': `${postHead}x : y\r\n\r\n`,
      'an unknown coding': `${postHead}transfer-encoding: gzip, chunked\r\n\r\n`,
    }),
  ).toEqual({
    'a length and chunks': 400,
    'two lengths': 400,
    'a space before the colon': 400,
    'an unknown coding': 501,
  });
  expect(edge.app.seen).toHaveLength(before);
});

test('one connection more than the limit is closed, and the ones before go on', async () => {
  const small = await startEdge({ MAX_CONNECTIONS: '3' });
  const clients: Raw[] = [];
  try {
    const active = () => small.stat('http.ingress.downstream_cx_active');
    for (let count = 1; count <= 3; count++) {
      clients.push(raw(small.port));
      await until(`there are ${count}`, 10, async () => (await active()) === count);
    }
    const fourth = raw(small.port, `${head}\r\n`);
    await fourth.closed;
    expect(fourth.text()).toBe('');
    expect((await get(small.probesPort, '/health/live')).status).toBe(200);
    clients[0]?.socket.write(`${head}\r\n`);
    await until('the first is served', 10, () => clients[0]?.text().endsWith('ok'));
    clients[1]?.socket.destroy();
    await until('there is room again', 10, async () => (await active()) === 2);
    expect((await get(small.port, '/x')).status).toBe(200);
  } finally {
    for (const { socket } of clients) socket.destroy();
    await small.stop();
  }
});
