import { until } from '@recipe-book/test/until';
import type { Policy } from '../policies/policy.ts';
import { startLimitedEdge } from '../testing/limited-edge.ts';
import { testTokens } from '../testing/tokens.ts';
import { rateLimitConversions } from './conversions.ts';

const kinds: Readonly<Record<string, Partial<Policy>>> = {
  lenient: {},
  strict: { whenUnavailable: 'deny' },
  shadow: { shadow: true },
};

test('what becomes a metric are statistics that the real Envoy has, and that tell what happens', async () => {
  const policies = Object.entries(kinds).map(
    ([name, more]): Policy => ({
      name,
      client: { by: 'address' },
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
    // The only server does not work, and resets nothing while it is stopped.
    const still = [
      'cluster.ratelimit.membership_healthy',
      'cluster.ratelimit.upstream_rq_rx_reset',
    ];
    for (const { stat } of rateLimitConversions) {
      await until(`${stat} tells what happens`, 20, async () => {
        await sendAll(1);
        const value = await edge.stat(stat);
        return still.includes(stat) ? value === 0 : value > 0;
      });
    }
  } finally {
    await edge.stop();
  }
}, 60_000);
