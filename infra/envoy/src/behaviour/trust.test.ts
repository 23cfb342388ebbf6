import net from 'node:net';
import { untilWindowHasRoom } from '@recipe-book/test/until';
import type { Policy } from '../policies/policy.ts';
import { inPlace } from '../testing/in-place.ts';
import { type LimitedEdge, startLimitedEdge } from '../testing/limited-edge.ts';
import { exchangeHttp2 } from '../testing/raw-http2.ts';
import { testTokens } from '../testing/tokens.ts';

const tokens = testTokens();
let edge: LimitedEdge;
beforeAll(async () => {
  edge = await startLimitedEdge([], tokens);
}, 60_000);
afterAll(() => edge.stop());
beforeEach(() => untilWindowHasRoom(900, 8), 20_000);

const byAddress: Policy = {
  name: 'address',
  client: { by: 'address' },
  scope: { paths: ['/api/**'] },
  requests: 1,
  windowSeconds: 900,
};

/** Whether each address, one after the other, gets its single request. */
async function passing(...addresses: string[]): Promise<boolean[]> {
  const passed: boolean[] = [];
  for (const address of addresses) {
    passed.push((await edge.send({ path: '/api/x', address })).status === 200);
  }
  return passed;
}

describe('the client’s address', () => {
  test('is the one that the trusted proxy added, whatever the client claims', async () => {
    await inPlace(edge, [byAddress]);
    expect(await passing('203.0.113.7, 192.0.2.1', '203.0.113.8, 192.0.2.1')).toEqual([
      true,
      false,
    ]);
    const spoofed = {
      'x-real-ip': '203.0.113.9',
      'x-client-address': '203.0.113.9',
      'x-envoy-external-address': '203.0.113.9',
      'true-client-ip': '203.0.113.9',
      forwarded: 'for=203.0.113.9',
    };
    const { status } = await edge.send({
      path: '/api/x',
      address: '192.0.2.1',
      headers: spoofed,
    });
    expect(status).toBe(429);
  });

  test('is the peer’s own where no proxy is trusted', async () => {
    const open = await startLimitedEdge([byAddress], tokens, { text: { TRUSTED_PROXY_HOPS: '0' } });
    try {
      const statuses: number[] = [];
      for (const address of ['203.0.113.7', '203.0.113.8']) {
        statuses.push((await open.send({ path: '/api/x', address })).status);
      }
      expect(statuses).toEqual([200, 429]);
      expect(open.lastRequest()?.headers['x-client-address']).toBe('127.0.0.1');
    } finally {
      await open.stop();
    }
  }, 60_000);

  test('of IPv6 is counted by the network that one customer has', async () => {
    await inPlace(edge, [byAddress]);
    expect(await passing('2001:db8::1', '2001:db8::ffff:1', '2001:db8:0:1::1')).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('of IPv4 written as IPv6 does not share a bucket with all the others', async () => {
    await inPlace(edge, [byAddress]);
    const addresses = ['::ffff:192.0.2.1', '::ffff:192.0.2.2', '::ffff:192.0.2.1', '::1'];
    expect(await passing(...addresses)).toEqual([true, true, false, true]);
  });

  test('can be counted by larger networks', async () => {
    const network = { ipv4: 24, ipv6: 48 };
    await inPlace(edge, [{ ...byAddress, client: { by: 'address', network } }]);
    const addresses = ['192.0.2.1', '192.0.2.255', '192.0.3.1', '2001:db8::1', '2001:db8:0:9::1'];
    expect(await passing(...addresses)).toEqual([true, false, true, true, false]);
  });
});

test('names that only Envoy may write are removed from what a client sends', async () => {
  await inPlace(edge, []);
  await edge.send({
    path: '/api/x',
    address: '192.0.2.1',
    headers: { 'x-jwt-payload': 'e30', 'x-api-client': 'someone', 'x-envoy-retry-on': '5xx' },
  });
  const headers = edge.lastRequest()?.headers ?? {};
  expect(headers['x-jwt-payload']).toBeUndefined();
  expect(headers['x-api-client']).toBeUndefined();
  expect(headers['x-envoy-retry-on']).toBeUndefined();
});

/** Sends a request line as it stands, which no client library would. @returns the status. */
function raw(line: string, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(edge.port, '127.0.0.1');
    socket.write(`${line}\r\nhost: x\r\nx-forwarded-for: ${address}\r\nconnection: close\r\n\r\n`);
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(Number(/^HTTP\/1.1 (\d+)/.exec(text)?.[1])));
  });
}

describe('a limit of one path', () => {
  const login: Policy = {
    name: 'login',
    client: { by: 'address' },
    scope: { paths: ['/api/auth/login'], methods: ['GET'] },
    requests: 1,
    windowSeconds: 900,
  };
  const other: Policy = { ...login, name: 'other', scope: { paths: ['/**'] }, requests: 100 };

  test.each([
    'GET /api/auth/login HTTP/1.1',
    'HEAD /api/auth/login HTTP/1.1',
    'GET //api///auth//login HTTP/1.1',
    'GET /api/./auth/x/../login HTTP/1.1',
    'GET /api/auth/login/ HTTP/1.1',
    'GET /api/auth/login?a=/b HTTP/1.1',
    'GET /api/auth/%6C%6fgin HTTP/1.1',
    'GET /api/%61uth/login HTTP/1.1',
    'GET http://elsewhere/api/auth/login HTTP/1.1',
    'GET /api\\auth\\login HTTP/1.1',
  ])('holds for "%s"', async (line) => {
    await inPlace(edge, [login, other]);
    await edge.send({ path: '/api/auth/login', address: '192.0.2.1' });
    expect(await raw(line, '192.0.2.1')).toBe(429);
  });

  test.each([
    ['GET /api%2Fauth%2Flogin HTTP/1.1', 'an escaped slash'],
    ['GET /api%5cauth/login HTTP/1.1', 'an escaped backslash'],
    ['GET /api/auth/login%00 HTTP/1.1', 'a zero byte'],
    ['GET /api/auth/login#x HTTP/1.1', 'a fragment'],
  ])('cannot be passed by by "%s"', async (line) => {
    await inPlace(edge, [login, other]);
    await edge.send({ path: '/api/auth/login', address: '192.0.2.1' });
    expect([400, 429]).toContain(await raw(line, '192.0.2.1'));
  });

  test('holds for queries that are no text, which HTTP/2 can carry', async () => {
    await inPlace(edge, [login, other]);
    expect([await reaches('?x'), await reaches('?\xff')]).toEqual([true, false]);
  });

  /** Sends bytes as they are, which no client library would. @returns whether the app got the request. */
  async function reaches(query: string): Promise<boolean> {
    const before = edge.lastRequest();
    await exchangeHttp2(edge.port, [
      [':method', 'GET'],
      [':scheme', 'http'],
      [':authority', 'x'],
      [':path', `/api/auth/login${query}`],
      ['x-forwarded-for', '192.0.2.1'],
    ]);
    return edge.lastRequest() !== before;
  }

  test('does not hold for what the app takes for another path', async () => {
    await inPlace(edge, [login, other]);
    for (const path of ['/API/auth/login', '/api/auth/login2', '/api/auth/login/x']) {
      await edge.send({ path: '/api/auth/login', address: '192.0.2.1' });
      expect((await edge.send({ path, address: '192.0.2.1' })).status).toBe(200);
    }
  });
});
