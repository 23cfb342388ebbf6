import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, freshAddress, repeat, statuses } from '../harness/client.ts';
import { stackEnvironment } from '../harness/set-up.ts';
import { make, partProcess, testStack } from '../harness/stack.ts';
import { until, untilWindowHasRoom } from '../harness/until.ts';
import { registerUser } from '../harness/users.ts';

const stack = testStack();
const window = 900;
const path = '/api/openapi.json';

/** Calls that go round the three ingresses. */
function spread(from: string, token?: string) {
  return (index: number) =>
    call({
      port: stack.ingresses[index % stack.ingresses.length] ?? stack.ingressPort,
      path,
      from,
      ...(token ? { token } : {}),
    });
}

beforeEach(() => untilWindowHasRoom(window, 30), 40_000);

describe('an anonymous address', () => {
  test.each([1, 16, 130])(
    'gets exactly 100 of 130 requests over three instances, %i at a time',
    async (concurrency) => {
      const answers = await repeat(130, concurrency, spread(freshAddress()));
      expect(statuses(answers)).toEqual({ 200: 100, 429: 30 });
      const remaining = answers
        .filter(({ status }) => status === 200)
        .map(({ headers }) => Number(headers['x-ratelimit-remaining']));
      expect(remaining.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, at) => at));
    },
  );

  test('is told its limit in plain numbers, and how long to wait', async () => {
    const from = freshAddress();
    const [first] = await repeat(100, 10, spread(from));
    const end = Math.ceil(Date.now() / 1000 / window) * window;
    expect(first?.headers).toMatchObject({
      'x-ratelimit-limit': '100',
      'x-ratelimit-reset': String(end),
      'ratelimit-policy': '"anonymous";q=100;w=900',
    });
    const refused = await spread(from)(0);
    expect(refused.status).toBe(429);
    expect(refused.headers['x-ratelimit-remaining']).toBe('0');
    expect(refused.headers['content-type']).toBe('application/problem+json');
    const wait = Number(refused.headers['retry-after']);
    expect(Math.abs(end - Date.now() / 1000 - wait)).toBeLessThan(2);
    expect(refused.json).toMatchObject({
      status: 429,
      title: 'Too Many Requests',
      requestId: refused.headers['x-request-id'],
    });
    // Another address is not touched.
    expect((await spread(freshAddress())(0)).headers['x-ratelimit-remaining']).toBe('99');
  });

  test('keeps its count when the app and the ratelimit service start anew', async () => {
    const from = freshAddress();
    expect(statuses(await repeat(60, 8, spread(from)))).toEqual({ 200: 60 });
    for (const part of ['ratelimit', 'app']) {
      const pid = stack.pid(part);
      process.kill(pid, 'SIGKILL');
      await until(`${part} runs again`, 30, () => runsAgain(part, pid));
    }
    expect(statuses(await repeat(70, 8, spread(from)))).toEqual({ 200: 40, 429: 30 });
  }, 90_000);

  test('cannot choose another bucket by a header or a token that does not hold', async () => {
    const from = freshAddress();
    const user = await registerUser(stack.ingressPort);
    const [header = '', payload = ''] = user.token.split('.');
    const { privateKey } = generateKeyPairSync('ed25519');
    const signed = (body: object, key = privateKey) => {
      const text = `${header}.${Buffer.from(JSON.stringify(body)).toString('base64url')}`;
      return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
    };
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const realKey = readFileSync(join(stack.paths.keys, 'jwt.pem'));
    const hour = 3600;
    const expired = signed(
      { ...claims, iat: claims.iat - 2 * hour, exp: claims.exp - 2 * hour },
      realKey as never,
    );
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    const hs256 = `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.${payload}`;
    const tokens = [
      signed(claims),
      expired,
      unsigned,
      `${hs256}.${createHmac('sha256', 'x').update(hs256).digest('base64url')}`,
      'not-a-token',
    ];
    let left = 100;
    for (const token of tokens) {
      const { status, headers } = await call({ port: stack.ingressPort, path, from, token });
      expect({ status, left: headers['x-ratelimit-remaining'] }).toEqual({
        status: 200,
        left: String(--left),
      });
      const me = await call({ port: stack.ingressPort, path: '/api/auth/me', from, token });
      expect({ status: me.status, left: me.headers['x-ratelimit-remaining'] }).toEqual({
        status: 401,
        left: String(--left),
      });
    }
    const forged = {
      'x-jwt-payload': payload,
      'x-forwarded-for': '203.0.113.9',
      'x-real-ip': '203.0.113.9',
      'x-client-address': '203.0.113.9',
      'x-envoy-external-address': '203.0.113.9',
    };
    const answer = await call({
      port: stack.ingressPort,
      path: '/api/auth/me',
      from,
      headers: forged,
    });
    expect(answer.status).toBe(401);
    expect(answer.headers['x-ratelimit-remaining']).toBe(String(--left));
  });
});

describe('a signed-in user', () => {
  test('gets 300 requests of its own, from any address, beside those of the address', async () => {
    const { token } = await registerUser(stack.ingressPort);
    const from = freshAddress();
    expect(statuses(await repeat(130, 16, spread(from)))).toEqual({ 200: 100, 429: 30 });
    expect(statuses(await repeat(200, 16, spread(from, token)))).toEqual({ 200: 200 });
    expect(statuses(await repeat(130, 16, spread(freshAddress(), token)))).toEqual({
      200: 100,
      429: 30,
    });
  }, 30_000);
});

describe('an endpoint with a limit of its own', () => {
  test('login takes 10 attempts a minute from one address, whatever the path looks like', async () => {
    await untilWindowHasRoom(60, 20);
    const from = freshAddress();
    const paths = [
      '/api/auth/login',
      '/api//auth/login',
      '/api/./auth/login',
      '/api/auth/login?x=1',
      '/api/auth/login/',
    ];
    const answers = await repeat(12, 1, (index) =>
      call({
        port: stack.ingresses[index % 3] ?? 0,
        path: paths[index % paths.length] ?? '',
        method: 'POST',
        from,
        body: { email: 'nobody@example.org', password: 'wrong-password' },
      }),
    );
    expect(answers.map(({ status }) => status).slice(10)).toEqual([429, 429]);
    expect(answers.slice(0, 10).every(({ status }) => status !== 429)).toBe(true);
    expect(answers[11]?.headers['ratelimit-policy']).toBe('"login";q=10;w=60');
    expect(Number(answers[11]?.headers['retry-after'])).toBeLessThanOrEqual(60);
  }, 60_000);
});

test('probes are never limited', async () => {
  const from = freshAddress();
  for (const probe of ['/health', '/health/live', '/health/ready', '/health/startup']) {
    const answers = await repeat(120, 16, (index) =>
      call({ port: stack.ingresses[index % 3] ?? 0, path: probe, from }),
    );
    expect(statuses(answers)).toEqual({ 200: 120 });
  }
}, 30_000);

async function runsAgain(part: string, before: number): Promise<boolean> {
  const { output } = make('status', stackEnvironment());
  return (
    /ready/.test(output.split('\n').find((line) => line.trim().startsWith(`${part} `)) ?? '') &&
    partProcess(stack.paths.state, part) !== before
  );
}
