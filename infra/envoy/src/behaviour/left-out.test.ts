import { until } from '@recipe-book/test/until';
import type { Policy } from '../policies/policy.ts';
import { type LimitedEdge, startLimitedEdge } from '../testing/limited-edge.ts';
import { testTokens } from '../testing/tokens.ts';

const policy: Policy = {
  name: 'all',
  client: { by: 'everyone' },
  scope: { paths: ['/api/**'] },
  requests: 100_000,
  windowSeconds: 86_400,
};

let edge: LimitedEdge;
beforeEach(async () => {
  edge = await startLimitedEdge([policy], testTokens());
}, 60_000);
afterEach(() => edge.stop());

/** Whether a request was counted. */
async function counted(): Promise<boolean> {
  const { status, headers } = await edge.send({ path: '/api/x' });
  expect(status).toBe(200);
  return headers['x-ratelimit-limit'] !== undefined;
}

/** Calls that had no answer in time; the service resets some itself. */
async function inVain(): Promise<number> {
  const names = ['timeout', 'rx_reset'].map((name) => `cluster.ratelimit.upstream_rq_${name}`);
  const values = await Promise.all(names.map((name) => edge.stat(name)));
  return values.reduce((sum, value) => sum + value, 0);
}

test.each(['ratelimit', 'redis'] as const)(
  'while %s hangs, ten requests wait for the limiter and the others do not; then it is asked again',
  async (part) => {
    expect(await counted()).toBe(true);
    const before = await inVain();
    edge.processes[part].kill('SIGSTOP');
    await until('requests pass uncounted', 10, async () => !(await counted()));
    for (let at = 0; at < 100; at++) await counted();
    const waited = (await inVain()) - before;
    expect(waited).toBeGreaterThanOrEqual(10);
    // One that is under way while the tenth fails waits as well.
    expect(waited).toBeLessThanOrEqual(12);
    edge.processes[part].kill('SIGCONT');
    await until('requests are counted', 20, counted);
  },
  60_000,
);

test('when Redis refuses, the limiter is not asked either', async () => {
  edge.processes.redis.kill('SIGKILL');
  await until('no server works', 20, async () => {
    await counted();
    return (await edge.stat('cluster.ratelimit.membership_healthy')) === 0;
  });
  const asked = await edge.stat('cluster.ratelimit.upstream_rq_total');
  for (let at = 0; at < 50; at++) await counted();
  expect((await edge.stat('cluster.ratelimit.upstream_rq_total')) - asked).toBeLessThan(10);
}, 60_000);
