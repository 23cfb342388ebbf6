import { until } from '@recipe-book/test/until';
import { Backend } from '../testing/backend.ts';
import { type ChangeableConfig, decideSoon, TestCollector } from '../testing/collector.ts';
import { browserSpansMessage, newTraceId, type SpanSample, spansMessage } from '../testing/otlp.ts';

let backend: Backend;
let collector: TestCollector;

beforeEach(async () => {
  backend = await Backend.start();
}, 30_000);
afterEach(async () => {
  await collector?.remove();
  await backend.close();
});

/** @param share of the traces that are kept without a reason. */
async function start(share: number, change: (config: ChangeableConfig) => void): Promise<void> {
  collector = await TestCollector.start(backend, {
    settings: { OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: String(share) },
    change,
  });
}

/** As many at once as fit into a request. */
const batch = 80;

async function sendFromBrowsers(samples: readonly SpanSample[]): Promise<void> {
  for (let at = 0; at < samples.length; at += batch) {
    const body = JSON.stringify(browserSpansMessage(samples.slice(at, at + batch)));
    expect(await collector.sendFromBrowser('traces', body)).toBe(200);
  }
}

const traces = (count: number, more: SpanSample = {}) =>
  Array.from({ length: count }, () => ({ traceId: newTraceId(), ...more }));
const reasons: readonly SpanSample[] = [
  { failed: true },
  { milliseconds: 1500 },
  { attributes: { 'web_vital.name': 'LCP' } },
];

function keptOf(service: string): Set<string> {
  const found = backend.spans.filter(({ resource }) => resource['service.name'] === service);
  return new Set(found.map(({ traceId }) => traceId));
}
const keptOfBrowsers = () => keptOf('recipe-book-web');
const keptOfOurs = () => keptOf('recipe-book-api');

test('what a browser says is kept when it is a web vital, an error, or slow', async () => {
  await start(0, decideSoon);
  const name = 'GET /api/shopping-lists/:id/events';
  const dropped = [{}, { milliseconds: 900_000, name }].flatMap((more) => traces(1, more));
  const worthKeeping = reasons.flatMap((reason) => traces(1, reason));
  await sendFromBrowsers([...dropped, ...worthKeeping]);
  await until('they are there', 20, () => keptOfBrowsers().size >= worthKeeping.length);
  expect([...keptOfBrowsers()].sort()).toEqual(worthKeeping.map(({ traceId }) => traceId).sort());
}, 30_000);

test('more of it than browsers can have to say is not kept', async () => {
  await start(0, decideSoon);
  const marker = traces(1, { failed: true });
  await sendFromBrowsers(reasons.flatMap((reason) => traces(1000, reason)));
  await collector.send('traces', spansMessage(marker));
  await until('a trace that came later is there', 20, () => keptOfOurs().size === marker.length);
  // Twice the 200 of a second at once, and those of the few seconds until all are decided.
  expect(keptOfBrowsers().size).toBeLessThan(1500);
}, 30_000);

test('a flood of it pushes out none of our own traces', async () => {
  await start(0, ({ processors }) => {
    processors.tail_sampling.decision_wait = '3s';
    processors.tail_sampling.num_traces = 200;
  });
  const own = traces(100, { failed: true });
  await collector.send('traces', spansMessage(own));
  await sendFromBrowsers(traces(2000, { failed: true }));
  await until('our own are there', 20, () => keptOfOurs().size === own.length);
}, 30_000);

test('what a browser did and what came of it are kept or dropped alike', async () => {
  await start(0.5, decideSoon);
  const clicks = traces(400);
  await sendFromBrowsers(clicks);
  await collector.send('traces', spansMessage(clicks));
  const end = traces(1, { failed: true });
  await sendFromBrowsers(end);
  await collector.send('traces', spansMessage(end));
  await until('the last ones are there', 20, () =>
    [keptOfBrowsers(), keptOfOurs()].every((kept) => kept.has(end[0]?.traceId ?? '')),
  );
  expect(keptOfOurs().size).toBeGreaterThan(100);
  expect(keptOfOurs().size).toBeLessThan(300);
  expect([...keptOfBrowsers()].sort()).toEqual([...keptOfOurs()].sort());
}, 30_000);
