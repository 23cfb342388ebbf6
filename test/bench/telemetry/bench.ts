import { join } from 'node:path';
import { root } from '../../src/root.ts';
import { addCleanup } from '../cleanup.ts';
import { numberOf } from '../effort.ts';
import { startBackend } from '../stack/backend.ts';
import { measure } from './measure.ts';
import { summary, writeReport } from './report.ts';
import { startStack, type TelemetryStack, ways } from './stack.ts';

/**
 * What telemetry costs, in processor time of a request: nothing of it, a tenth of the traces kept, all
 * kept. ROUNDS=9 and REQUESTS=3000 say how much is measured.
 */
export async function run(): Promise<void> {
  const effort = {
    rounds: numberOf('ROUNDS', { standard: 9, least: 1, most: 100 }),
    requests: numberOf('REQUESTS', { standard: 3000, least: 100, most: 100_000 }),
  };
  const backend = await startBackend();
  const stacks: TelemetryStack[] = [];
  const stop = addCleanup(() => Promise.all(stacks.map((stack) => stack.stop())));
  try {
    for (const way of ways) stacks.push(await startStack(way, backend.url));
    const measured = await measure(stacks, effort);
    const path = writeReport(join(root, '.run', 'bench', 'telemetry'), measured, effort);
    console.log(`${summary(measured)}\n\nReport: ${path}`);
  } finally {
    await stop();
    backend.stop();
  }
}
