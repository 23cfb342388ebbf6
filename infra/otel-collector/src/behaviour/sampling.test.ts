import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '@recipe-book/test/until';
import { longRoutes } from '../pipeline/long-answers.ts';
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
const ordinary = traces({}, count);
/** Answers that lasted for minutes: lists that somebody followed and exports, as the app tells of them and as Envoy does. */
const minutes = { milliseconds: 15 * 60_000 };
const url = 'https://recipes.example/api';
const lasting = [
  ...traces({ ...minutes, name: 'GET /api/shopping-lists/:id/events' }, 1000),
  ...traces({ ...minutes, name: 'GET /api/export' }, 1000),
  ...[`${url}/shopping-lists/0123456789abcdef01234567/events`, `${url}/export?x=****`].flatMap(
    (address) => traces({ ...minutes, name: 'GET', attributes: { 'http.url': address } }, 1000),
  ),
];
const failedWhileLasting = lasting
  .slice(0, 100)
  .map((one) => ({ ...one, traceId: newTraceId(), failed: true }));
const slowBesides = traces(
  { milliseconds: 1500, name: 'GET', attributes: { 'http.url': `${url}/shopping-lists/export` } },
  100,
);

const keptWhole = [failed, slow, failedWhileLasting, slowBesides];
const all = [...keptWhole, ordinary, lasting];

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
    for (const samples of all) {
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

test.each([
  ['app/src/shopping-lists/follow.ts', longRoutes[0]],
  ['app/src/transfer/export.ts', longRoutes[1]],
])('%s still has the route %s', (file, route) => {
  const text = readFileSync(join(import.meta.dirname, '../../../..', file), 'utf8');
  expect(text).toContain(`path: '${route}'`);
});

test('three Collectors keep all that failed or were slow, and the same share of the rest', async () => {
  const [first, second, third] = await Promise.all([kept(), kept(), kept()]);
  for (const samples of keptWhole) {
    expect(ids(samples).filter((id) => !first.has(id))).toEqual([]);
  }
  for (const samples of [ordinary, lasting]) {
    const keptOfThem = ids(samples).filter((id) => first.has(id));
    expect(Math.abs(keptOfThem.length - share * count)).toBeLessThanOrEqual(tolerance);
  }
  expect([...second].sort()).toEqual([...first].sort());
  expect([...third].sort()).toEqual([...first].sort());
}, 120_000);
