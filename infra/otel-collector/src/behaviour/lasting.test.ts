import { until } from '@recipe-book/test/until';
import { Backend } from '../testing/backend.ts';
import { type CollectorOptions, decideSoon, TestCollector } from '../testing/collector.ts';
import { logsMessage, metricsMessage, newTraceId, spansMessage } from '../testing/otlp.ts';

let backend: Backend;
let collector: TestCollector;

beforeEach(async () => {
  backend = await Backend.start();
});
afterEach(async () => {
  await backend.close();
  await collector?.remove();
});

async function start(options?: CollectorOptions): Promise<void> {
  collector = await TestCollector.start(backend, options);
}

const bodies = Array.from({ length: 40 }, (_, at) => `line ${at}`);

/** Sends each line by itself. @returns those that were acknowledged. */
async function sendLines(lines: readonly string[]): Promise<string[]> {
  const taken: string[] = [];
  for (const line of lines) {
    if ((await collector.send('logs', logsMessage([line]))) === 200) taken.push(line);
  }
  return taken;
}

function everyLine(lines: readonly string[]): Promise<unknown> {
  return until('all lines have arrived', 20, () => {
    const arrived = new Set(backend.bodies());
    return lines.every((line) => arrived.has(line));
  });
}

test('kill -9 loses no line and no metric that was acknowledged, and no trace that was decided on', async () => {
  await start({
    change: decideSoon,
  });
  backend.answer = 503;
  expect(await sendLines(bodies)).toEqual(bodies);
  expect(await collector.send('metrics', metricsMessage(['kept']))).toBe(200);
  expect(await collector.send('traces', spansMessage([{ name: 'decided' }]))).toBe(200);
  await until('the trace is tried', 20, () => backend.refused.includes('/v1/traces'));
  await collector.end('SIGKILL');
  backend.answer = 200;
  await collector.start();
  await everyLine(bodies);
  await until('metric and trace have arrived', 20, () => {
    const names = [...backend.metrics, ...backend.spans].map(({ name }) => name);
    return names.includes('kept') && names.includes('decided');
  });
});

test.each([
  ['refuses', 503],
  ['has too much to do', 429],
  ['hangs', 'hang'],
] as const)(
  'while the backend %s, senders do not notice, and nothing is lost',
  async (_, answer) => {
    await start({
      change: ({ exporters }) => {
        for (const exporter of Object.values(exporters)) {
          if (exporter.timeout) exporter.timeout = '1s';
        }
      },
    });
    backend.answer = answer;
    const begin = performance.now();
    expect(await sendLines(bodies)).toEqual(bodies);
    expect(performance.now() - begin).toBeLessThan(5000);
    await until('it was tried', 10, () => backend.refused.length > 1);
    expect(backend.bodies()).toEqual([]);
    backend.answer = 200;
    await everyLine(bodies);
  },
);

test('while nobody listens at the address of the backend, nothing is lost', async () => {
  await start();
  await backend.close();
  expect(await sendLines(bodies)).toEqual(bodies);
  await backend.open();
  await everyLine(bodies);
});

test('SIGTERM decides on traces at once, and what cannot be sent is kept for the next start', async () => {
  // They wait 35 s for their decision.
  await start({ settings: { APP_ENV: 'production', OTEL_TRACES_SAMPLER: 'always_on' } });
  const traces = Array.from({ length: 200 }, () => ({ traceId: newTraceId() }));
  expect(await collector.send('traces', spansMessage(traces))).toBe(200);
  expect(await sendLines(bodies)).toEqual(bodies);
  const begin = performance.now();
  await collector.end('SIGTERM');
  expect(performance.now() - begin).toBeLessThan(10_000);
  await everyLine(bodies);
  await collector.start();
  await until('all traces have arrived', 20, () => {
    const arrived = new Set(backend.spans.map(({ traceId }) => traceId));
    return traces.every(({ traceId }) => arrived.has(traceId));
  });
});

test('SIGTERM ends it soon although the backend hangs, and nothing is lost', async () => {
  await start({
    change: ({ exporters }) => {
      for (const exporter of Object.values(exporters)) {
        if (exporter.timeout) exporter.timeout = '2s';
      }
    },
  });
  backend.answer = 'hang';
  expect(await sendLines(bodies)).toEqual(bodies);
  await until('it was tried', 10, () => backend.refused.length > 0);
  await collector.end('SIGTERM');
  backend.answer = 200;
  await collector.start();
  await everyLine(bodies);
});

test('short of memory it refuses, so that senders try again', async () => {
  await start({ env: { MEMORY_LIMIT_MIB: '2', MEMORY_SPIKE_MIB: '1', MEMORY_WEB_SPIKE_MIB: '1' } });
  await until('it refuses', 10, async () => {
    return (await collector.send('logs', logsMessage(['line']))) === 503;
  });
});

describe('a full queue', () => {
  const long = (at: number) => `${at} `.padEnd(1000, '.');
  const lines = Array.from({ length: 60 }, (_, at) => long(at));

  test('refuses what is new, keeps what is old, and counts and tells what it refused', async () => {
    await start({
      change: ({ exporters, service }) => {
        const logs = exporters['otlp_http/logs'];
        if (logs) logs.sending_queue.queue_size = 30_000;
        for (const { periodic } of service.telemetry.metrics.readers) periodic.interval = 500;
      },
    });
    backend.answer = 503;
    const taken = await sendLines(lines);
    expect(taken.length).toBeGreaterThan(15);
    expect(taken.length).toBeLessThan(30);
    expect(taken).toEqual(lines.slice(0, taken.length));
    expect(collector.lines.some((line) => line.includes('sending queue is full'))).toBe(true);
    backend.answer = 200;
    await everyLine(taken);
    await until('the metric tells how many', 20, () => {
      const lost = backend.latest('otelcol_exporter_enqueue_failed_log_records', 'otlp_http/logs');
      return lost !== undefined && lost >= lines.length - taken.length;
    });
    expect(await sendLines(['there is room again'])).toHaveLength(1);
    await everyLine(['there is room again']);
  });
});
