import { untilWindowHasRoom } from '@recipe-book/test/until';
import type { Policy } from '../policies/policy.ts';
import { inPlace } from '../testing/in-place.ts';
import { type EdgeAnswer, type LimitedEdge, startLimitedEdge } from '../testing/limited-edge.ts';
import { testTokens } from '../testing/tokens.ts';

const tokens = testTokens();
let edge: LimitedEdge;
beforeAll(async () => {
  edge = await startLimitedEdge([], tokens);
}, 60_000);
afterAll(() => edge.stop());
beforeEach(() => untilWindowHasRoom(900, 8), 20_000);

const policy: Policy = {
  name: 'all',
  client: { by: 'address' },
  scope: { paths: ['/api/**'] },
  requests: 3,
  windowSeconds: 900,
};

/** The rate-limit headers alone. */
function limits({ headers }: EdgeAnswer) {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => /ratelimit|retry-after/.test(name)),
  );
}

async function send(times: number, path = '/api/x', more: object = {}): Promise<EdgeAnswer[]> {
  const answers: EdgeAnswer[] = [];
  for (let at = 0; at < times; at++) {
    answers.push(await edge.send({ path, address: '192.0.2.1', ...more }));
  }
  return answers;
}

/** End of the present window of a length, Unix seconds. */
function endOf(length: number): number {
  return (Math.floor(Date.now() / 1000 / length) + 1) * length;
}

test('every answer tells what is left until when, in both ways of writing', async () => {
  const [named] = await inPlace(edge, [policy]);
  const [first] = await send(1);
  const end = endOf(900);
  const name = named?.name;
  expect(first && limits(first)).toEqual({
    'x-ratelimit-limit': '3',
    'x-ratelimit-remaining': '2',
    'x-ratelimit-reset': String(end),
    'ratelimit-policy': `"${name}";q=3;w=900`,
    ratelimit: expect.stringMatching(new RegExp(`^"${name}";r=2;t=\\d+$`)),
  });
  const wait = Number(/t=(\d+)/.exec(String(first?.headers['ratelimit']))?.[1]);
  expect(Math.abs(end - Date.now() / 1000 - wait)).toBeLessThan(2);
});

test.each([27, 2400, 2700, 43_200])(
  'the end of a window of %i s is the true one',
  async (windowSeconds) => {
    await untilWindowHasRoom(windowSeconds, 5);
    await inPlace(edge, [{ ...policy, windowSeconds }]);
    const [answer] = await send(1);
    expect(Number(answer?.headers['x-ratelimit-reset'])).toBe(endOf(windowSeconds));
  },
  20_000,
);

test('a refusal is a problem that names the policy and the wait', async () => {
  const [named] = await inPlace(edge, [policy]);
  const answers = await send(4);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  const { headers, text } = answers[3] as EdgeAnswer;
  const wait = Number(headers['retry-after']);
  expect(Math.abs(endOf(900) - Date.now() / 1000 - wait)).toBeLessThan(2);
  expect(headers['content-type']).toBe('application/problem+json');
  expect(Number(headers['content-length'])).toBe(Buffer.byteLength(text));
  expect(JSON.parse(text)).toEqual({
    type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
    title: 'Too Many Requests',
    status: 429,
    detail: `The limit "${named?.name}" allows 3 in 900 s, and they are used up. Try again in ${wait} s.`,
    'violated-policies': [named?.name],
    limit: 3,
    windowSeconds: 900,
    retryAfter: wait,
    requestId: headers['x-request-id'],
  });
});

test('a refusal of the app’s own is left as it is', async () => {
  await inPlace(edge, [policy]);
  const [answer] = await send(1, '/api/x', { headers: { 'x-answer-status': '429' } });
  expect(answer).toMatchObject({ status: 429, text: '{}' });
  expect(answer?.headers).toMatchObject({ 'x-ratelimit-remaining': '2' });
  expect(answer?.headers['retry-after']).toBeUndefined();
});

test('what Envoy itself refuses is counted and told like all else', async () => {
  await inPlace(edge, [policy]);
  const body = 'x'.repeat(1_048_577);
  const [large] = await send(1, '/api/x', { method: 'POST', body });
  expect(large).toMatchObject({
    status: 413,
    headers: { 'x-ratelimit-remaining': '2', 'content-type': 'application/problem+json' },
  });
  const answers = await send(3);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
});

test('of several policies the one with the least left is told', async () => {
  const policies: Policy[] = [
    { ...policy, name: 'wide', requests: 100 },
    { ...policy, name: 'narrow', scope: { paths: ['/api/narrow'] }, requests: 2 },
    { ...policy, name: 'deny', scope: { paths: ['/api/deny'] }, whenUnavailable: 'deny' },
  ];
  await inPlace(edge, policies);
  const told = async (path: string) => {
    const [answer] = await send(1, path);
    return /^"(\w+)/.exec(String(answer?.headers['ratelimit']))?.[1];
  };
  expect([await told('/api/x'), await told('/api/narrow'), await told('/api/deny')]).toEqual([
    'wide',
    'narrow',
    'deny',
  ]);
});

test('a request costs what its policy says', async () => {
  await inPlace(edge, [{ ...policy, requests: 7, cost: 3 }]);
  const answers = await send(3);
  expect(answers.map(({ status, headers }) => [status, headers['x-ratelimit-remaining']])).toEqual([
    [200, '4'],
    [200, '1'],
    [429, '0'],
  ]);
});

test('a policy in shadow refuses nothing and is no business of the client', async () => {
  await inPlace(edge, [{ ...policy, shadow: true }]);
  for (const answer of await send(5)) {
    expect(answer.status).toBe(200);
    expect(limits(answer)).toEqual({});
  }
});

test('a claim of the token gives another limit, and never a forged one', async () => {
  const tiers = { claim: 'plan', requests: { pro: 5, staff: 'unlimited' as const } };
  await inPlace(edge, [{ ...policy, client: { by: 'user' }, tiers }]);
  const passed = async (sub: string, plan: string, forge = false) => {
    const token = (forge ? testTokens() : tokens).token({ sub, plan });
    const headers = { authorization: `Bearer ${token}` };
    return (await send(8, '/api/x', { headers })).filter(({ status }) => status === 200).length;
  };
  expect(await passed('ada', 'free')).toBe(3);
  expect(await passed('bob', 'pro')).toBe(5);
  expect(await passed('cleo', 'staff')).toBe(8);
  // Without a token that holds nobody is a user, and this policy counts users alone.
  const [forged] = await send(1, '/api/x', {
    headers: { authorization: `Bearer ${testTokens().token({ sub: 'ada', plan: 'pro' })}` },
  });
  expect(forged && limits(forged)).toEqual({});
});

test('who is on the list of the allowed is not counted', async () => {
  await inPlace(edge, [{ ...policy, allow: ['192.0.2.0/28', '2001:db8::/32'] }]);
  const from = async (address: string) => {
    const answers = await send(5, '/api/x', { address });
    return answers.filter(({ status }) => status === 200).length;
  };
  expect(await from('192.0.2.15')).toBe(5);
  expect(await from('2001:db8:ffff::1')).toBe(5);
  expect(await from('192.0.2.16')).toBe(3);
  expect(await from('2001:db9::1')).toBe(3);
});
