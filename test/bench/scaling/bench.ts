import { cpus } from 'node:os';
import { type Measured, usualMix, writeMeasured } from '@recipe-book/capacity';
import { startBackend } from '../stack/backend.ts';
import { measureCosts } from './costs.ts';
import { summary, writeReport } from './report.ts';
import { measureSaturation } from './saturation.ts';
import { startScalingStack } from './stack.ts';

const instances = 3;

/**
 * What the capacity model is built on and held against: the cost of each kind of request, and what one, two and
 * three instances take at most. ROUNDS=3 and SECONDS=5 say how much is measured; with KEEP=1 `make capacity` takes
 * these figures from now on.
 */
export async function run(): Promise<void> {
  const { ROUNDS = '3', SECONDS = '5', KEEP } = process.env;
  const effort = { rounds: Number(ROUNDS), seconds: Number(SECONDS) };
  const backend = await startBackend();
  try {
    const stack = await startScalingStack(instances, backend.url);
    try {
      const costs = await measureCosts(stack, effort);
      const saturation = await measureSaturation(stack, usualMix, effort);
      const [processor] = cpus();
      const measured: Measured = {
        date: new Date().toISOString().slice(0, 10),
        machine: { processor: processor?.model ?? 'unknown', cores: cpus().length },
        rounds: effort.rounds,
        costs,
        saturation,
      };
      const report = writeReport(measured);
      console.log(`${summary(measured)}\n\nReport: ${report}`);
      if (KEEP) console.log(`Kept for make capacity: ${writeMeasured(measured)}`);
    } finally {
      await stack.stop();
    }
  } finally {
    backend.stop();
  }
}
