import { cpus } from 'node:os';
import { type Measured, programs, usualMix, writeMeasured } from '@recipe-book/capacity';
import { addCleanup } from '../cleanup.ts';
import { eachOf } from '../each-of.ts';
import { rounded } from '../report/rounded.ts';
import { startBackend } from '../stack/backend.ts';
import { measureCosts } from './costs.ts';
import { readEffort } from './effort.ts';
import { idleCpu, measureIdle } from './idle.ts';
import { writeReport } from './report.ts';
import { measureSaturation } from './saturation.ts';
import { startScalingStack } from './stack.ts';
import { summary } from './tables.ts';

const instances = 3;

/**
 * What the capacity model is built on and held against: the cost of each kind of request, and what one, two and
 * three instances take at most. ROUNDS=3 and SECONDS=5 say how much is measured; with KEEP=1 `make capacity` takes
 * these figures from now on.
 */
export async function run(): Promise<void> {
  const effort = readEffort(process.env);
  const backend = await startBackend();
  try {
    const stack = await startScalingStack(instances, backend.url);
    const stop = addCleanup(stack.stop);
    try {
      const idle = await measureIdle(stack);
      const costs = await measureCosts(stack, idle, effort);
      const saturation = await measureSaturation(stack, idle, usualMix, effort);
      const idleOfOne = idleCpu(idle, 1, 1);
      const [processor] = cpus();
      const measured: Measured = {
        date: new Date().toISOString().slice(0, 10),
        machine: { processor: processor?.model ?? 'unknown', cores: cpus().length },
        rounds: effort.rounds,
        costs,
        idle: eachOf(programs, (program) => rounded(idleOfOne[program])),
        saturation,
      };
      const report = writeReport(measured);
      console.log(`${summary(measured)}\n\nReport: ${report}`);
      if (process.env['KEEP'] === '1')
        console.log(`Kept for make capacity: ${writeMeasured(measured)}`);
    } finally {
      await stop();
    }
  } finally {
    backend.stop();
  }
}
