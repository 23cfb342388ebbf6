import { fileURLToPath } from 'node:url';
import { Program } from '@recipe-book/test/program';
import { startOtlpReceiver } from '../testing/otlp-receiver.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Connects before, during and after the work of a span, whose context stays the current one. */
const program = `
  import { once } from 'node:events';
  import { connect } from 'node:net';
  import { trace } from '@opentelemetry/api';
  import { stopTelemetry } from '${at('./stop.ts')}';
  async function tryToConnect() {
    await once(connect(1, '127.0.0.1'), 'error');
  }
  await tryToConnect();
  await trace.getTracer('test').startActiveSpan('work', async (span) => {
    await tryToConnect();
    span.end();
    await tryToConnect();
  });
  await stopTelemetry();
`;

test('connections have spans while there is work that waits for them', async () => {
  const receiver = await startOtlpReceiver();
  const { code, lines } = await Program.run(
    process.execPath,
    ['--import', at('./register.ts'), '--input-type=module', '--eval', program],
    { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url },
  );
  receiver.stop();
  expect({ code, lines }).toEqual({ code: 0, lines: [] });
  const work = receiver.spans.find(({ name }) => name === 'work');
  const others = receiver.spans.filter((span) => span !== work);
  expect(others).toMatchObject([{ name: 'tcp.connect', parentSpanId: work?.spanId }]);
}, 20_000);
