import { numberOf } from '../effort.ts';
import { proveAtEdges } from './edges.ts';
import { type Proof, writeReport } from './report.ts';
import { proveRestarts } from './restarts.ts';
import { proveRuns } from './runs.ts';

/**
 * Proves that limits are exact: with many requests at once over several instances, across the edges of
 * windows, and while every part is killed. INSTANCES=3 and RUNS=10 choose a part of it. Sets the exit
 * code when something was not exact.
 */
export async function run(): Promise<void> {
  const runs = numberOf('RUNS', { standard: 10, least: 1, most: 1000 });
  const only = numberOf('INSTANCES', { standard: 0, least: 1, most: 9 });
  const counts = only ? [only] : [1, 2, 3, 5];
  const proofs: Proof[] = [];
  for (const instances of counts) proofs.push(await proveRuns(instances, runs));
  proofs.push(await proveAtEdges(counts.at(-1) ?? 3), await proveRestarts());
  console.log(`\nReport: ${writeReport(proofs)}`);
  if (proofs.some(({ exact }) => !exact)) process.exitCode = 1;
}
