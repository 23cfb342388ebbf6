import { until } from '@recipe-book/test/until';
import { startEdge } from '../testing/edge.ts';
import { get } from '../testing/get.ts';

test('probes and telemetry make no spans, and everything else makes one, whatever the client decided', async () => {
  const edge = await startEdge();
  try {
    const untraced = [
      '/health',
      '/health?a',
      '/health/live',
      '/otlp',
      '/otlp/v1/traces',
      '/otlp/x?a',
    ];
    const traced = ['/', '/healthy', '/otlpx', '/api/recipes?a=/health', '/x%ff'];
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
