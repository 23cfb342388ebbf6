import { BlockList, isIP } from 'node:net';
import { untilWindowHasRoom } from '@recipe-book/test/until';
import fc from 'fast-check';
import { type DescribedRequest, evaluate, type Verdict } from '../policies/evaluate.ts';
import { inOrder } from '../policies/groups.ts';
import { oneClient, type Policy } from '../policies/policy.ts';
import { inPlace } from '../testing/in-place.ts';
import { type EdgeAnswer, type LimitedEdge, startLimitedEdge } from '../testing/limited-edge.ts';
import { anyPolicies } from '../testing/policies.ts';
import { testTokens } from '../testing/tokens.ts';

/** Long enough that hardly any run meets an edge; those that would wait for it to pass. */
const windows = [900, 2700, 3600, 86_400];
const shortest = 900;

const tokens = testTokens();
let edge: LimitedEdge;
beforeAll(async () => {
  edge = await startLimitedEdge([], tokens);
}, 60_000);
afterAll(() => edge.stop());

const addresses = [
  '192.0.2.1',
  '192.0.2.77',
  '198.51.100.1',
  '2001:db8::1',
  '2001:db8::2:1',
  '2001:db8:0:1::1',
  '2001:db8:0:2::1',
  '::ffff:192.0.2.1',
  '::ffff:192.0.2.9',
];

const request: fc.Arbitrary<DescribedRequest> = fc.record(
  {
    method: fc.constantFrom('GET', 'HEAD', 'POST'),
    path: fc.constantFrom(
      ...['/api/a', '/api/a/', '/api/a/1', '/api/a/1/b', '/api//a', '/api/./a/1?x=/api/b'],
      ...['/api/x/../a', '/api/%61', '/api/A', '/api/aa', '/api/a.b', '/api/axb', '/elsewhere'],
    ),
    address: fc.constantFrom(...addresses),
    headers: fc.record(
      {
        'x-team': fc.constantFrom('red', 'blue'),
        'content-type': fc.constantFrom(
          'application/json; charset=utf-8',
          'IMAGE/png',
          'text/html',
        ),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Record<string, string>>,
    claims: fc.record(
      {
        sub: fc.constantFrom('ada', 'bob'),
        plan: fc.constantFrom('pro', 'vip', 'other'),
        org: fc.constantFrom({ id: 'o1' }, { id: 'o2' }, { name: 'none' }),
      },
      { requiredKeys: ['sub'] },
    ),
  },
  { requiredKeys: ['method', 'path', 'address', 'headers'] },
);

/** The whole of what the policies say, in a few lines: what the running parts must agree with. */
class Model {
  readonly #spent = new Map<string, number>();
  readonly #policies: readonly Policy[];

  constructor(policies: readonly Policy[]) {
    this.#policies = inOrder(policies);
  }

  /** Status, and what is left by the policy with the least; `undefined` when none counted. */
  answer(asked: DescribedRequest): { status: number; left: number | undefined } {
    let least: number | undefined;
    for (const strict of [true, false]) {
      let refused = false;
      for (const policy of this.#policies) {
        if (policy.shadow || (policy.whenUnavailable === 'deny') !== strict) continue;
        const verdict = evaluate(policy, asked);
        if (!verdict.counts || verdict.requests === 'unlimited') continue;
        const left = verdict.requests - this.#spend(policy, verdict, asked);
        refused ||= left < 0;
        least = Math.min(least ?? left, Math.max(left, 0));
      }
      if (refused) return { status: 429, left: 0 };
    }
    return { status: 200, left: least };
  }

  #spend(policy: Policy, { client, cost }: Counted, asked: DescribedRequest): number {
    const tier = policy.tiers ? (asked.claims?.['plan'] ?? '-') : '';
    const who = policy.client.by === 'address' ? networkOf(policy, asked.address) : client;
    const key = [policy.name, tier, who].join(' ');
    const spent = (this.#spent.get(key) ?? 0) + cost;
    this.#spent.set(key, spent);
    return spent;
  }
}

type Counted = Extract<Verdict, { counts: true }>;

/** The first of the addresses that is in the same network. */
function networkOf({ client }: Policy, address: string): string {
  if (address.startsWith('::ffff:')) return address;
  const { ipv4, ipv6 } = (client.by === 'address' && client.network) || oneClient;
  const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(address, family === 'ipv4' ? ipv4 : ipv6, family);
  const same = (other: string) =>
    !other.startsWith('::ffff:') && isIP(other) === isIP(address) && list.check(other, family);
  return addresses.find(same) ?? address;
}

function ask({ method, path, address, headers, claims }: DescribedRequest): Promise<EdgeAnswer> {
  const authorization = claims && { authorization: `Bearer ${tokens.token(claims)}` };
  return edge.send({ method, path, address, headers: { ...headers, ...authorization } });
}

test('the running parts do what a model of the policies says, request by request', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyPolicies(windows),
      fc.array(request, { minLength: 10, maxLength: 40 }),
      async (policies, requests) => {
        await untilWindowHasRoom(shortest, 8);
        const named = await inPlace(edge, policies);
        const model = new Model(named);
        for (const asked of requests) {
          const { status, headers } = await ask(asked);
          const remaining = headers['x-ratelimit-remaining'];
          const got = { status, left: remaining === undefined ? undefined : Number(remaining) };
          expect({ asked, ...got }).toEqual({ asked, ...model.answer(asked) });
        }
      },
    ),
    { numRuns: 25, endOnFailure: true },
  );
}, 120_000);
