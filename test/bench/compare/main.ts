/**
 * `make bench-compare REF=main`: a commit against the working tree, in one run. ROUNDS=8 says how often processor
 * time is compared. UPDATE_GOLDEN=1 keeps the counts of the working tree as those to be held. Ends with 1 when one
 * of them is worse than the kept one by more than `bounds.ts` allows.
 */
import { join } from 'node:path';
import { root } from '../../src/root.ts';
import { readBaseline, writeBaseline } from './baseline.ts';
import { Checkout } from './checkout.ts';
import { CompareError } from './compare-error.ts';
import { count } from './counts.ts';
import { compareCpu } from './cpu.ts';
import { summary, worse, writeReport } from './report.ts';
import { startSide } from './side.ts';

const { REF = '', ROUNDS = '8', UPDATE_GOLDEN } = process.env;
/** With fewer nothing could be told from chance, even if all rounds agreed. */
const fewest = 8;
const ended: (() => void)[] = [];
const end = () => {
  for (const one of ended.splice(0).toReversed()) one();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    // The stacks are no children of this program and would go on.
    end();
    process.exit(130);
  });
}
try {
  const rounds = roundsOf(ROUNDS);
  const kept = readBaseline();
  const checkout = new Checkout(REF);
  ended.push(() => checkout.remove());
  console.log(`Starting ${checkout.name} ...`);
  const old = await startSide(checkout.name, checkout.folder);
  ended.push(old.stop);
  console.log('Starting the working tree ...');
  const now = await startSide('working tree', root);
  ended.push(now.stop);
  const cpu = await compareCpu(old, now, rounds);
  const counts = { old: await count(old), now: await count(now), kept };
  const compared = { ref: checkout.name, cpu, counts };
  const report = writeReport(join(root, '.run', 'bench', 'compare'), compared);
  console.log(`\n${summary(compared)}\n\nReport: ${report}`);
  if (UPDATE_GOLDEN === '1') console.log(`Kept: ${writeBaseline(counts.now)}`);
  else if (worse(counts).length > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof CompareError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  end();
}

function roundsOf(text: string): number {
  const rounds = Number(text);
  if (Number.isInteger(rounds) && rounds >= fewest) return rounds;
  throw new CompareError(`ROUNDS is "${text}"; it must be a whole number from ${fewest} on.`);
}
