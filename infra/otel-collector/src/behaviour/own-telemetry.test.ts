import { until } from '@recipe-book/test/until';
import { Backend } from '../testing/backend.ts';
import { type ChangeableConfig, TestCollector } from '../testing/collector.ts';
import { logsMessage, metricsMessage, spansMessage } from '../testing/otlp.ts';

const service = 'recipe-book-api-collector';
const memory = 'otelcol_process_memory_rss';
let backend: Backend;
let collector: TestCollector;

function often({ service: { telemetry } }: ChangeableConfig): void {
  for (const { periodic } of telemetry.metrics.readers) periodic.interval = 300;
  for (const { batch } of telemetry.logs.processors) batch.schedule_delay = 100;
}

beforeEach(async () => {
  backend = await Backend.start();
  collector = await TestCollector.start(backend, { change: often });
});
afterEach(async () => {
  await backend.close();
  await collector?.remove();
});

test('the Collector tells what it has taken and sent, what waits, and what memory it has', async () => {
  await collector.send('logs', logsMessage(['a']));
  await collector.send('metrics', metricsMessage(['b']));
  await collector.send('traces', spansMessage([{}]));
  const wanted = [
    'otelcol_exporter_queue_size',
    'otelcol_exporter_queue_capacity',
    'otelcol_exporter_sent_log_records',
    'otelcol_exporter_sent_metric_points',
    'otelcol_exporter_sent_spans',
    'otelcol_receiver_accepted_log_records',
    'otelcol_receiver_accepted_metric_points',
    'otelcol_receiver_accepted_spans',
    memory,
  ];
  await until('all have arrived', 20, () => {
    const names = new Set(backend.metrics.map(({ name }) => name));
    return wanted.every((name) => names.has(name));
  });
  const own = backend.metrics.find(({ name }) => name === memory);
  expect(own?.resource).toMatchObject({
    'service.name': service,
    'service.instance.id': 'collector-1',
    'deployment.environment.name': 'development',
  });
});

test('what it drops it says, where everything is said', async () => {
  backend.answer = (path) => (path === '/v1/metrics' ? 400 : 200);
  await collector.send('metrics', metricsMessage(['never taken']));
  // Not the only one: it tells of its own metrics, which are refused too.
  const line = await until('it says what it dropped', 20, () =>
    backend.logs.find(
      ({ resource, body }) =>
        resource['service.name'] === service &&
        body?.['stringValue'] === 'Exporting failed. Dropping data.',
    ),
  );
  expect(line).toMatchObject({ severityText: 'error' });
});

test('a line about a line that could not be sent dies out', async () => {
  // For good, so that each attempt ends in a line, which is to be sent too.
  backend.answer = (path) => (path === '/v1/logs' ? 400 : 200);
  await collector.send('logs', logsMessage(['never taken']));
  await until('own lines were dropped too', 20, () => backend.refused.length > 3);
  // Every 300 ms one; a line and what follows from it take two of these.
  const told = () => backend.metrics.filter(({ name }) => name === memory).length;
  const end = told() + 50;
  await until('there was time for many more', 60, () => told() > end);
  // The one that was sent, and five lines in a minute, ten where a minute ends in between.
  expect(backend.refused.length).toBeLessThanOrEqual(11);
  backend.answer = 200;
  await collector.send('logs', logsMessage(['taken']));
  await until('lines arrive again', 20, () => backend.bodies().includes('taken'));
}, 90_000);
