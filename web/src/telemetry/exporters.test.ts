import { ROOT_CONTEXT } from '@opentelemetry/api';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import { Errors } from './errors.ts';
import { exporters } from './exporters.ts';
import { largest, Sender } from './sender.ts';

/** Tells errors, and leaves the page. @returns the bodies of the requests. */
async function sentOf(errors: Error[]): Promise<string[]> {
  const bodies: string[] = [];
  const sender = new Sender(async (_url, { body } = {}) => {
    bodies.push(new TextDecoder().decode(body as Uint8Array));
    return new Response(null);
  });
  const exporter = exporters(sender).logRecords;
  const provider = new LoggerProvider({ processors: [new BatchLogRecordProcessor({ exporter })] });
  const told = new Errors(provider.getLogger('test'));
  for (const error of errors) told.record(error, 'window', Date.now(), ROOT_CONTEXT);
  await provider.forceFlush();
  await provider.shutdown();
  return bodies;
}

test('a page that fails in many ways at once tells all of them, in requests that the server takes', async () => {
  const errors = Array.from({ length: 20 }, (_, at) => {
    const error = new RangeError(`<${at}> ${'m'.repeat(1000)}`);
    error.stack = 's'.repeat(10_000);
    return error;
  });
  const bodies = await sentOf(errors);
  expect(bodies.length).toBeGreaterThan(1);
  expect(Math.max(...bodies.map((body) => body.length))).toBeLessThanOrEqual(largest);
  const all = bodies.join();
  expect(errors.filter((_, at) => !all.includes(`<${at}>`))).toEqual([]);
});

test('a few go in one request', async () => {
  expect(await sentOf([new Error('a'), new Error('b')])).toHaveLength(1);
});
