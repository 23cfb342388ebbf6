import { Backend } from '@recipe-book/otel-collector/testing/backend';
import { TestCollector } from '@recipe-book/otel-collector/testing/collector';
import { logsMessage } from '@recipe-book/otel-collector/testing/otlp';
import { loadSettings } from '@recipe-book/settings';
import { firing } from '@recipe-book/test/queries/firing';
import { PromqlEngine } from '@recipe-book/test/queries/promql';
import { Streams } from '@recipe-book/test/queries/tables';
import { until } from '@recipe-book/test/until';
import { allAlerts } from './wanted.ts';

const settings = loadSettings({});
let backend: Backend | undefined;
let collector: TestCollector | undefined;
let engine: PromqlEngine | undefined;
afterEach(async () => {
  await collector?.remove();
  await backend?.close();
  await engine?.stop();
});

test('a Collector whose queue of logs is more than half full for want of a backend fires queue_fills, by what it tells of itself', async () => {
  backend = await Backend.start();
  collector = await TestCollector.start(backend, {
    change: ({ exporters, service }) => {
      const logs = exporters['otlp_http/logs'];
      if (logs) logs.sending_queue.queue_size = 30_000;
      for (const { periodic } of service.telemetry.metrics.readers) periodic.interval = 500;
    },
  });
  engine = await PromqlEngine.start();
  const { telemetryDir } = collector;
  const prometheus = engine;
  const fired = async () => {
    await prometheus.load(telemetryDir);
    const streams = new Streams(settings);
    streams.load(telemetryDir);
    const { within, atEnd } = await firing(allAlerts(settings), prometheus, streams, Date.now());
    return [within, atEnd].map((names) => names.includes('queue_fills'));
  };
  const told = () => backend?.latest('otelcol_exporter_queue_size', 'otlp_http/logs');
  await until('it tells of its queue', 20, () => told() !== undefined);
  expect(await fired()).toEqual([false, false]);

  backend.answer = (path) => (path === '/v1/logs' ? 503 : 200);
  for (let line = 0; line < 20; line += 1) {
    expect(await collector.send('logs', logsMessage(['x'.repeat(1000)]))).toBe(200);
  }
  await until('it fires, as both versions evaluate it', 30, async () =>
    (await fired()).every((fires) => fires),
  );
}, 90_000);
