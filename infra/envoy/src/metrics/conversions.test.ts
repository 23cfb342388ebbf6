import { until } from '@recipe-book/test/until';
import type { Policy } from '../policies/policy.ts';
import { startLimitedEdge } from '../testing/limited-edge.ts';
import { testTokens } from '../testing/tokens.ts';
import { conversions } from './conversions.ts';

const kinds: Readonly<Record<string, Partial<Policy>>> = {
  lenient: {},
  strict: { whenUnavailable: 'deny' },
  shadow: { shadow: true },
};

test('what becomes a metric are statistics that the real Envoy has, and that tell what happens', async () => {
  const policies = Object.entries(kinds).map(
    ([name, more]): Policy => ({
      name,
      client: { by: 'everyone' },
      scope: { paths: [`/${name}`] },
      requests: 1,
      windowSeconds: 86_400,
      ...more,
    }),
  );
  const edge = await startLimitedEdge(policies, testTokens());
  const sendAll = async (count: number) => {
    for (const name of Object.keys(kinds)) {
      for (let at = 0; at < count; at++) await edge.send({ path: `/${name}` });
    }
  };
  try {
    await sendAll(3);
    edge.processes.ratelimit.kill('SIGSTOP');
    const names = conversions.map(({ stat }) => stat);
    // The only server does not work, and resets nothing while it is stopped.
    const still = [
      'cluster.ratelimit.membership_healthy',
      'cluster.ratelimit.upstream_rq_rx_reset',
    ];
    await until('all statistics tell something', 20, async () => {
      await sendAll(1);
      const stats = await edge.stats();
      const silent = names.filter((name) => !stats.get(name));
      return silent.every((name) => still.includes(name) && stats.get(name) === 0);
    });
  } finally {
    await edge.stop();
  }
}, 60_000);
