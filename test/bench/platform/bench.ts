import { join } from 'node:path';
import { ensureTools, pathOf } from '@recipe-book/tools';
import { root } from '../../src/root.ts';
import { addCleanup } from '../cleanup.ts';
import { chosenOf, numberOf } from '../effort.ts';
import { startBackend } from '../stack/backend.ts';
import { contenders } from './contenders.ts';
import { makeData } from './data.ts';
import { endpoints, sizes } from './endpoints.ts';
import { type Measured, measure } from './measure.ts';
import { summary, writeReport } from './report.ts';
import { startComparedStack } from './stack.ts';

/** A changed list is kept again 15 s after its change, and both loads must be over by then. */
const mostSeconds = 6;

/**
 * The platform against the same API in one process, with the same telemetry; as limits, the app alone and bare
 * `node:http`. ROUNDS=3 and SECONDS=1 say how much is measured, ENDPOINTS='list,429' what, KEPT=1 which share of the
 * traces is kept.
 */
export async function run(): Promise<void> {
  const effort = {
    rounds: numberOf('ROUNDS', { standard: 3, least: 1, most: 100 }),
    seconds: numberOf('SECONDS', { standard: 1, least: 0.5, most: mostSeconds, fraction: true }),
  };
  const kept = numberOf('KEPT', { standard: 1, least: 0, most: 1, fraction: true });
  const chosen = chosenOf('ENDPOINTS', endpoints);
  const pairs = chosen.flatMap((endpoint) =>
    contenders
      .filter(({ limits }) => limits || !endpoint.refused)
      .map((contender) => [contender, endpoint] as const),
  );
  const vegeta = pathOf(await ensureTools('bench', { env: process.env }), 'vegeta');
  const backend = await startBackend();
  try {
    const stack = await startComparedStack(backend.url, kept);
    const stop = addCleanup(stack.stop);
    try {
      const data = await makeData(stack.ingress, sizes);
      const folder = join(root, '.run', 'bench', 'platform');
      // After each round, so that what is measured is not lost when the next one fails.
      const write = (measured: readonly Measured[], rounds: number) =>
        writeReport(folder, measured, { ...effort, rounds }, kept);
      const measured = await measure({ stack, data, vegeta }, pairs, effort, write);
      console.log(`${summary(measured)}\n\nReport: ${write(measured, effort.rounds)}`);
    } finally {
      await stop();
    }
  } finally {
    backend.stop();
  }
}
