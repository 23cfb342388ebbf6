import { until } from '@recipe-book/test/until';
import type { Policy } from '../policies/policy.ts';
import { inPlace } from '../testing/in-place.ts';
import { type LimitedEdge, startLimitedEdge } from '../testing/limited-edge.ts';
import { testTokens } from '../testing/tokens.ts';

const policies: Policy[] = [
  {
    name: 'open',
    client: { by: 'address' },
    scope: { paths: ['/api/**'] },
    requests: 100,
    windowSeconds: 900,
  },
  {
    name: 'closed',
    client: { by: 'address' },
    scope: { paths: ['/api/login'] },
    requests: 100,
    windowSeconds: 900,
    whenUnavailable: 'deny',
  },
];

let edge: LimitedEdge;
beforeEach(async () => {
  edge = await startLimitedEdge([], testTokens());
  await inPlace(edge, policies);
}, 60_000);
afterEach(() => edge.stop());

const send = (path: string) => edge.send({ path, address: '192.0.2.1' });

test.each(['ratelimit', 'redis'] as const)(
  'with %s stopped, requests pass uncounted but where a policy denies what it cannot count',
  async (part) => {
    expect((await send('/api/login')).status).toBe(200);
    edge.processes[part].kill('SIGSTOP');
    // A process with many threads goes on for a moment.
    await until('requests pass uncounted', 20, async () => {
      const open = await send('/api/x');
      expect(open.status).toBe(200);
      return open.headers['x-ratelimit-limit'] === undefined;
    });
    const closed = await send('/api/login');
    expect(closed.status).toBe(503);
    expect(closed.headers).toMatchObject({
      'content-type': 'application/problem+json',
      'retry-after': '5',
    });
    expect(JSON.parse(closed.text)).toMatchObject({
      status: 503,
      detail: expect.stringContaining('only taken while they can be counted'),
      requestId: closed.headers['x-request-id'],
    });
    edge.processes[part].kill('SIGCONT');
  },
  30_000,
);
