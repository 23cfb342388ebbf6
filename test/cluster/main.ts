/**
 * `make test-cluster`: brings the app into the cluster that KUBECONFIG names, checks it from outside,
 * then lets everything happen to it that happens to clusters while people use it. ONLY=kill (a regular
 * expression) for some; KEEP=1 leaves the namespace for a look.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cluster, ClusterError, deploy, removeNamespace } from '@recipe-book/cluster';
import { jest } from '../src/jest.ts';
import { root } from '../src/root.ts';
import { checks } from './checks/index.ts';
import { findEntrance } from './entrance.ts';
import { events } from './events/index.ts';
import { Footprint } from './footprint.ts';
import { report } from './report.ts';
import { runChecks } from './run-checks.ts';
import { runEvents } from './run-events.ts';
import { sceneTarget } from './scene.ts';

const only = process.env['ONLY'] || undefined;
const chosen = <T extends { name: string }>(all: readonly T[]) =>
  all.filter(({ name }) => new RegExp(only ?? '', 'i').test(name));
const [chosenChecks, chosenEvents] = [chosen(checks), chosen(events)];

/** Those that stand beside what they test. */
const clusterSuites = jest('cluster', ['--runInBand', '--testTimeout=120000'], process.env);

try {
  if (chosenChecks.length + chosenEvents.length === 0) {
    const names = [...checks, ...events].map(({ name }) => `  ${name}`);
    throw new ClusterError(`ONLY is "${only}", which is in none of these:\n${names.join('\n')}`);
  }
  await main(await Cluster.connect());
} catch (error) {
  if (!(error instanceof ClusterError)) throw error;
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}

async function main(cluster: Cluster): Promise<void> {
  const target = sceneTarget();
  const { namespace } = target.options;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(
      signal,
      () => void removeNamespace(cluster, namespace).then(() => process.exit(1)),
    );
  }
  const footprint = new Footprint(cluster, namespace);
  try {
    await deploy(cluster, target, console.log);
    const scene = { cluster, target, entrance: await findEntrance(cluster, target) };
    const results = await runChecks(scene, chosenChecks, console.log);
    const rows = await runEvents(scene, chosenEvents, console.log);
    const { text, ...counts } = report(results, rows, footprint.table());
    const folder = join(root, '.run', 'test-cluster');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'report.md'), text);
    console.log(`\n${text}\nReport: ${join(folder, 'report.md')}`);
    const suites = only ? { passed: 0, failed: 0 } : await clusterSuites.run();
    const failed = counts.failed + suites.failed;
    console.log(`${counts.passed + suites.passed} passed, ${failed} failed`);
    if (failed > 0) process.exitCode = 1;
  } finally {
    footprint.stop();
    if (process.env['KEEP'] !== '1') await removeNamespace(cluster, namespace);
  }
}
