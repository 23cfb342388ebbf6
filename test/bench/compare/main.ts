/**
 * `make bench-compare REF=main`: a commit against the working tree, in one run. ROUNDS=12 says how often processor
 * time is compared. UPDATE_GOLDEN=1 keeps the counts of the working tree as those to be held. Ends with 1 when the
 * working tree takes too much more processor time, or when a count is worse by more than `bounds.ts` allows.
 */
import { join } from 'node:path';
import { root } from '../../src/root.ts';
import { cleanUp } from '../cleanup.ts';
import { EffortError, numberOf } from '../effort.ts';
import { readBaseline, writeBaseline } from './baseline.ts';
import { checkOut } from './checkout.ts';
import { CompareError } from './compare-error.ts';
import { count } from './counts.ts';
import { compareCpu } from './cpu.ts';
import { fewestRounds } from './cpu-changes.ts';
import { summary, verdict, writeReport } from './report.ts';
import { startSide } from './side.ts';

const { REF = '', UPDATE_GOLDEN } = process.env;
let ending = false;
// Each time: after the first, another would end this program at once, and the stacks would go on.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    ending = true;
    void cleanUp(tell).then(() => process.exit(130));
  });
}
try {
  const rounds = numberOf('ROUNDS', {
    standard: 12,
    least: fewestRounds,
    most: 100,
    why: 'fewer could not tell a change from chance',
  });
  const kept = readBaseline();
  const checkout = checkOut(REF);
  console.log(`Starting ${checkout.name} ...`);
  const old = await startSide(checkout.name, checkout.folder);
  console.log('Starting the working tree ...');
  const now = await startSide('working tree', root);
  const cpu = await compareCpu(old, now, rounds);
  const counts = { old: await count(old), now: await count(now), kept };
  const compared = { ref: checkout.name, cpu, counts };
  const report = writeReport(join(root, '.run', 'bench', 'compare'), compared);
  console.log(`\n${summary(compared)}\n\nReport: ${report}`);
  const { slower, worse } = verdict(compared);
  if (UPDATE_GOLDEN === '1') console.log(`Kept: ${writeBaseline(counts.now)}`);
  if (slower || (worse && UPDATE_GOLDEN !== '1')) process.exitCode = 1;
} catch (error) {
  process.exitCode = 1;
  // What is stopped fails, of course.
  const isExpected = error instanceof CompareError || error instanceof EffortError;
  if (!ending) console.error(isExpected ? error.message : error);
} finally {
  await cleanUp(tell);
}

function tell(error: unknown): void {
  console.error('Not all could be cleaned up:', error);
  process.exitCode = 1;
}
