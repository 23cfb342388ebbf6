import { until } from '@recipe-book/test/until';
import type { Policy } from '../policies/policy.ts';
import { startEdge } from '../testing/edge.ts';
import { get } from '../testing/get.ts';
import { startLimitedEdge } from '../testing/limited-edge.ts';
import { testTokens } from '../testing/tokens.ts';

test('probes, telemetry and the front end’s files make no spans, and everything else makes one, whatever the client decided', async () => {
  const edge = await startEdge();
  try {
    const untraced = [
      '/health',
      '/health?a',
      '/health/live',
      '/otlp',
      '/otlp/v1/traces',
      '/otlp/x?a',
      '/assets/app.js',
    ];
    const traced = ['/', '/healthy', '/otlpx', '/assetsx', '/api/recipes?a=/health', '/x%ff'];
    for (const path of [...untraced, ...traced]) {
      for (const flag of ['00', '01']) {
        const traceparent = `00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-${flag}`;
        await get(edge.port, path, { headers: { traceparent } });
      }
    }
    const spans = () => edge.stat('tracing.opentelemetry.spans_sent');
    await until('Envoy has sent its spans', 20, async () => (await spans()) >= 2 * traced.length);
    expect(await spans()).toBe(2 * traced.length);
  } finally {
    await edge.stop();
  }
}, 30_000);

test('a call of the ratelimit service is a span where its request is one', async () => {
  const policy: Policy = {
    name: 'all',
    scope: { paths: ['/otlp/**', '/assets/**', '/counted'] },
    client: { by: 'everyone' },
    requests: 1000,
    windowSeconds: 86_400,
  };
  const edge = await startLimitedEdge([policy], testTokens());
  try {
    const calls = () => edge.stat('cluster.ratelimit.upstream_rq_total');
    let sent = 0;
    const send = () => {
      sent++;
      return edge.send({ path: '/counted' });
    };
    await until('the policy holds', 20, async () => {
      const { headers } = await send();
      return headers['x-ratelimit-limit'] === '1000';
    });
    const before = await calls();
    for (let at = 0; at < 10; at++) await edge.send({ path: '/otlp/v1/traces', method: 'POST' });
    for (let at = 0; at < 10; at++) await edge.send({ path: '/assets/app.js' });
    expect(await calls()).toBe(before + 20);
    for (let at = 0; at < 10; at++) await send();
    const spans = () => edge.stat('tracing.opentelemetry.spans_sent');
    const all = sent + (await calls()) - 20;
    await until('Envoy has sent its spans', 20, async () => (await spans()) >= all);
    expect(await spans()).toBe(all);
  } finally {
    await edge.stop();
  }
}, 60_000);
