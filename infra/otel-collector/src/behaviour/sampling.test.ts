import { until } from '@recipe-book/test/until';
import { Backend } from '../testing/backend.ts';
import { TestCollector } from '../testing/collector.ts';
import { newTraceId, type SpanSample, spansMessage } from '../testing/otlp.ts';

const share = 0.1;
const count = 4000;
/**
 * How far the number of kept traces may be from what is expected. It is binomial; at 5.2 times its standard deviation
 * on either side a right sampler fails once in five million runs.
 */
const tolerance = 5.2 * Math.sqrt(count * share * (1 - share));

const traces = (more: Partial<SpanSample>, many: number): SpanSample[] =>
  Array.from({ length: many }, () => ({ traceId: newTraceId(), ...more }));

const failed = traces({ failed: true }, 300);
const slow = traces({ milliseconds: 1500 }, 300);
const vitals = traces({ attributes: { 'web_vital.name': 'LCP' } }, 300);
const ordinary = traces({}, count);

/** The traces that one of three Collectors keeps, each with a part of every trace. */
async function kept(): Promise<Set<string>> {
  const backend = await Backend.start();
  const collector = await TestCollector.start(backend, {
    settings: { APP_ENV: 'production', OTEL_TRACES_SAMPLER_ARG: String(share) },
    change: ({ service }) => {
      for (const { periodic } of service.telemetry.metrics.readers) periodic.interval = 300;
    },
  });
  try {
    for (const samples of [failed, slow, vitals, ordinary]) {
      expect(await collector.send('traces', spansMessage(samples))).toBe(200);
    }
    // Then it decides at once; what it has stored is sent after the next start.
    await collector.end('SIGTERM');
    backend.metrics.length = 0;
    await collector.start();
    await until('nothing waits to be sent', 20, () => {
      return backend.latest('otelcol_exporter_queue_size', 'otlp_http/traces') === 0;
    });
    return new Set(backend.spans.map(({ traceId }) => traceId));
  } finally {
    await backend.close();
    await collector?.remove();
  }
}

const ids = (samples: readonly SpanSample[]) => samples.map(({ traceId = '' }) => traceId);

test('three Collectors keep all that failed, were slow or tell of a page, and the same share of the rest', async () => {
  const [first, second, third] = await Promise.all([kept(), kept(), kept()]);
  for (const samples of [failed, slow, vitals]) {
    expect(ids(samples).filter((id) => !first.has(id))).toEqual([]);
  }
  const ordinaryKept = ids(ordinary).filter((id) => first.has(id));
  expect(Math.abs(ordinaryKept.length - share * count)).toBeLessThanOrEqual(tolerance);
  expect([...second].sort()).toEqual([...first].sort());
  expect([...third].sort()).toEqual([...first].sort());
});
