import { untilWindowHasRoom } from '@recipe-book/test/until';
import fc from 'fast-check';
import { evaluate } from '../policies/evaluate.ts';
import type { Policy } from '../policies/policy.ts';
import { inPlace } from '../testing/in-place.ts';
import { type EdgeAnswer, type LimitedEdge, startLimitedEdge } from '../testing/limited-edge.ts';
import { exchangeHttp2 } from '../testing/raw-http2.ts';
import { testTokens } from '../testing/tokens.ts';

const tokens = testTokens();
let edge: LimitedEdge;
beforeAll(async () => {
  edge = await startLimitedEdge([], tokens, {
    keys: { 'Käse & Söhne': ['cheese-key-0123456789'] },
  });
}, 60_000);
afterAll(() => edge.stop());
beforeEach(() => untilWindowHasRoom(3600, 20), 30_000);

const policy = {
  name: 'odd',
  scope: { paths: ['/api/**'] },
  requests: 1000,
  windowSeconds: 3600,
} as const;
const byHeader: Policy = { ...policy, client: { by: 'header', header: 'x-shop' } };
const byUser: Policy = { ...policy, client: { by: 'user' } };

interface Sent {
  readonly header?: string;
  readonly claims?: Record<string, unknown>;
}

function send({ header, claims }: Sent): Promise<EdgeAnswer> {
  return edge.send({
    path: '/api/x',
    address: '192.0.2.1',
    headers: {
      ...(header !== undefined && { 'x-shop': header }),
      ...(claims && { authorization: `Bearer ${tokens.token(claims)}` }),
    },
  });
}

/** What is left after each request, which says in whose bucket it was. */
async function left(...requests: Sent[]): Promise<number[]> {
  const answers: number[] = [];
  for (const request of requests) {
    answers.push(Number((await send(request)).headers['x-ratelimit-remaining']));
  }
  return answers;
}

/** Any bytes that a header may have, one a character; what is around them is not part of the value. */
const bytes = fc
  .array(fc.constantFrom('a', ' ', '\t', '~', '\x80', '\xc3', '\xa9', '\xff'), { maxLength: 200 })
  .map((all) => all.join('').replace(/^[ \t]+|[ \t]+$/g, ''));
const anyHeader = fc.oneof(
  bytes,
  fc.string({ unit: 'grapheme-ascii' }).map((text) => text.trim()),
);
const anyClaim = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 200 }));

describe.each<[string, Policy, fc.Arbitrary<Sent>]>([
  ['headers', byHeader, fc.record({ header: anyHeader })],
  ['users', byUser, fc.record({ claims: fc.record({ sub: anyClaim }) })],
  [
    'claims',
    { ...policy, client: { by: 'claim', claim: 'org.id' } },
    fc.record({ claims: fc.record({ org: fc.record({ id: anyClaim }) }) }),
  ],
])('whatever stands in %s', (_, wanted, request) => {
  test('is counted, in the bucket that the model says', async () => {
    const [placed = wanted] = await inPlace(edge, [wanted]);
    const spent = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(request, async ({ header, claims }) => {
        const verdict = evaluate(placed, {
          method: 'GET',
          path: '/api/x',
          address: '192.0.2.1',
          headers: header === undefined ? {} : { 'x-shop': header },
          ...(claims && { claims }),
        });
        const client = verdict.counts ? verdict.client : 'nobody';
        spent.set(client, (spent.get(client) ?? 0) + 1);
        const got = await left({
          ...(header !== undefined && { header }),
          ...(claims && { claims }),
        });
        expect([client, ...got]).toEqual([client, policy.requests - (spent.get(client) ?? 0)]);
      }),
      { numRuns: 150, endOnFailure: true },
    );
    expect(await edge.stat('cluster.ratelimit.outlier_detection.ejections_enforced_total')).toBe(0);
  }, 60_000);
});

test('odd values share one bucket, which is no tier, and plain ones have their own', async () => {
  await inPlace(edge, [byHeader]);
  const long = 'x'.repeat(129);
  expect(
    await left({ header: '\xff' }, { header: '' }, { header: long }, { header: long.slice(1) }),
  ).toEqual([999, 998, 997, 999]);
  await inPlace(edge, [{ ...byUser, tiers: { claim: 'plan', requests: { pro: 7 } } }]);
  const odd = { sub: 'ada', plan: 'pro\xff' };
  const pro = { sub: 'ada', plan: 'pro' };
  expect(await left({ claims: odd }, { claims: { ...odd, plan: '☃' } }, { claims: pro })).toEqual([
    999, 998, 6,
  ]);
});

test('a name in the file of keys may be anything too', async () => {
  await inPlace(edge, [{ ...policy, client: { by: 'api-key' } }]);
  const { headers } = await edge.send({
    path: '/api/x',
    headers: { 'x-api-key': 'cheese-key-0123456789' },
  });
  expect(headers['x-ratelimit-remaining']).toBe('999');
});

test('whatever a proxy says of the address, the request is counted', async () => {
  await inPlace(edge, [{ ...policy, client: { by: 'address' } }]);
  const before = fc.constantFrom(
    '',
    '192.0.2.1',
    '::ffff:192.0.2.1',
    'fe80::1%',
    '::ffff:192.0.2.1%',
  );
  await fc.assert(
    fc.asyncProperty(before, fc.oneof(bytes, fc.constant('')), async (address, more) => {
      const { status, headers } = await edge.send({ path: '/api/x', address: `${address}${more}` });
      expect({ status, left: headers['x-ratelimit-remaining'] }).toEqual({
        status: 200,
        left: expect.stringMatching(/^9\d\d$/),
      });
    }),
    { numRuns: 60, endOnFailure: true },
  );
}, 60_000);

test('a key that is no text is a wrong key, not none', async () => {
  await inPlace(edge, [byHeader]);
  const { status } = await edge.send({ path: '/api/x', headers: { 'x-api-key': 'key\xff' } });
  expect(status).toBe(401);
});

test.each<[string, Partial<Policy['scope']>, [string, string][]]>([
  ['path', { paths: ['/api/{id}'] }, [[':path', '/api/\xff']]],
  ['path below', { paths: ['/api/**'] }, [[':path', '/api/x/\xc3\x28/\xff']]],
  [
    'type',
    { contentTypes: ['image/*'] },
    [
      [':path', '/api/x'],
      ['content-type', 'image/\xff'],
    ],
  ],
  [
    'parameter',
    { contentTypes: ['text/csv'] },
    [
      [':path', '/api/x'],
      ['content-type', 'text/csv;\xff'],
    ],
  ],
])('a %s that is no text does not lead past a limit', async (_, scope, odd) => {
  const once: Policy = {
    ...policy,
    client: { by: 'everyone' },
    scope: { ...policy.scope, ...scope },
    requests: 1,
  };
  await inPlace(edge, [once]);
  const reaches = async () => {
    const before = edge.lastRequest();
    const head: [string, string][] = [
      [':method', 'GET'],
      [':scheme', 'http'],
      [':authority', 'x'],
    ];
    await exchangeHttp2(edge.port, [...head, ...odd]);
    return edge.lastRequest() !== before;
  };
  expect([await reaches(), await reaches()]).toEqual([true, false]);
});
