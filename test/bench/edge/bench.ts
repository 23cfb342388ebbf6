import { join } from 'node:path';
import { root } from '../../src/root.ts';
import { addCleanup } from '../cleanup.ts';
import { numberOf } from '../effort.ts';
import { measure } from './measure.ts';
import { summary, writeReport } from './report.ts';
import { scenarios } from './scenarios.ts';
import { startEdgeStack } from './stack.ts';

/**
 * What a request costs, in processor time of each program: straight to a small Express app, with
 * limits in that app, through Envoy without limits, and through the whole edge. ROUNDS=9 and
 * REQUESTS=8000 say how much is measured.
 */
export async function run(): Promise<void> {
  const effort = {
    rounds: numberOf('ROUNDS', { standard: 9, least: 1, most: 100 }),
    requests: numberOf('REQUESTS', { standard: 8000, least: 100, most: 100_000 }),
  };
  const stack = await startEdgeStack();
  const stop = addCleanup(stack.stop);
  try {
    const measured = await measure(stack, scenarios(stack), effort);
    const path = writeReport(join(root, '.run', 'bench', 'edge'), measured, effort);
    console.log(`${summary(measured)}\n\nReport: ${path}`);
  } finally {
    await stop();
  }
}
