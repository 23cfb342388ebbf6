import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LiveObjects } from './cluster/resources.ts';
import { diagnose } from './diagnosis.ts';
import { brokenFindings } from './testing/broken-namespace.ts';
import { manifestsOf } from './testing/manifests-of.ts';
import { snapshotWith } from './testing/snapshot.ts';
import { told } from './testing/told.ts';

const file = join(import.meta.dirname, 'testing/recorded/broken.json');
const { now, ...live } = JSON.parse(readFileSync(file, 'utf8')) as LiveObjects & { now: string };
// Of the manifests only the images count here.
const wanted = manifestsOf('development').filter(({ kind }) => kind === 'Deployment');
const diagnosis = diagnose(
  snapshotWith({
    now: new Date(now),
    live,
    wanted,
    logs: new Map([['crash/main', ['first line']]]),
    unreadable: (['deployments', 'secrets'] as const).map((resource) => ({ resource, why: '' })),
  }),
);
const lines = told({ checks: diagnosis.checks.filter(({ group }) => group !== 'access') });

// Recorded from a real cluster, where doctor.cluster.test.ts has the same found.
test.each(brokenFindings)('%s', (pattern) => {
  expect(lines.filter((line) => pattern.test(line))).toHaveLength(1);
});

test('nothing else is found', () => {
  expect(lines.filter((line) => !brokenFindings.some((pattern) => pattern.test(line)))).toEqual([]);
});

test('a crash has the end of the log with it', () => {
  const crashes = diagnosis.checks.find(({ check }) => check === 'crash-loops')?.findings;
  expect(crashes?.find(({ object }) => object === 'Pod crash')?.details).toEqual(['first line']);
});
