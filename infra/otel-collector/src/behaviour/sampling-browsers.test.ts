import { until } from '@recipe-book/test/until';
import { Backend } from '../testing/backend.ts';
import { decideSoon, TestCollector } from '../testing/collector.ts';
import { newTraceId, type SpanSample, spansMessage } from '../testing/otlp.ts';

let backend: Backend;
let collector: TestCollector;
/** Keeps no trace without a reason. */
beforeEach(async () => {
  backend = await Backend.start();
  collector = await TestCollector.start(backend, {
    settings: { OTEL_TRACES_SAMPLER: 'always_off' },
    change: decideSoon,
  });
}, 30_000);
afterEach(async () => {
  await collector?.remove();
  await backend.close();
});

const kept = (traceId: string) => backend.spans.some((span) => span.traceId === traceId);

test('what a browser says is kept when it is a web vital, an error, or slow', async () => {
  const name = 'GET /api/shopping-lists/:id/events';
  const [vital, failed, slow, ordinary, lasting] = [
    { attributes: { 'web_vital.name': 'LCP' } },
    { failed: true },
    { milliseconds: 1500 },
    {},
    { milliseconds: 900_000, name },
  ].map((more) => ({ traceId: newTraceId(), ...more }));
  const own = { traceId: newTraceId(), failed: true };
  const samples = [ordinary, lasting, vital, failed, slow] as SpanSample[];
  await collector.send('traces', spansMessage(samples, 'recipe-book-web'));
  await collector.send('traces', spansMessage([own]));
  const keptOnes = [vital, failed, slow, own].map((one) => one?.traceId ?? '');
  await until('they are there', 20, () => keptOnes.every(kept));
  expect([ordinary, lasting].map((one) => kept(one?.traceId ?? ''))).toEqual([false, false]);
}, 30_000);

test('more of it than browsers can have to say is not kept, and takes no place from our own', async () => {
  const forged = Array.from(
    { length: 3000 },
    (_, at) =>
      [{ failed: true }, { milliseconds: 1500 }, { attributes: { 'web_vital.name': 'LCP' } }][
        at % 3
      ] as SpanSample,
  );
  await collector.send('traces', spansMessage(forged, 'recipe-book-web'));
  const own = Array.from({ length: 50 }, () => ({ traceId: newTraceId(), failed: true }));
  await collector.send('traces', spansMessage(own));
  await until('our own are there', 20, () => own.every(({ traceId }) => kept(traceId)));
  // Twice the 200 of a second at once, and those of the few seconds until all are decided.
  expect(backend.spans.length - own.length).toBeLessThan(1500);
}, 30_000);
