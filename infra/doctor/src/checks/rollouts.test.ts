import type { LiveObjects } from '../cluster/resources.ts';
import { snapshotWith } from '../testing/snapshot.ts';
import { rollouts } from './rollouts.ts';

function found(live: Partial<LiveObjects>): string[] {
  return rollouts.findings(snapshotWith({ live })).map(({ level, what }) => `${level}: ${what}`);
}

const statefulset: LiveObjects['statefulsets'][number] = {
  metadata: { name: 'redis' },
  spec: { serviceName: 'redis', selector: { matchLabels: { app: 'redis' } }, template: {} },
  status: { replicas: 1, updateRevision: 'redis-2' },
};

function pod(revision: string, ready: boolean, deletionTimestamp?: string) {
  return {
    metadata: {
      name: 'redis-0',
      labels: { app: 'redis', 'controller-revision-hash': revision },
      ...(deletionTimestamp !== undefined && { deletionTimestamp }),
    },
    status: { conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
  };
}

test('a StatefulSet waits for good for a broken pod of its old version', () => {
  expect(found({ statefulsets: [statefulset], pods: [pod('redis-1', false)] })).toEqual([
    'error: its rollout waits for redis-0, which is of the old version and not ready',
  ]);
});

test.each([
  ['a pod of the old version that is ready yet', pod('redis-1', true)],
  ['one that is ending', pod('redis-1', false, '2026-11-26T12:00:00Z')],
  ['one of the new version that is starting', pod('redis-2', false)],
])('a StatefulSet on its way has %s', (_, one) => {
  expect(found({ statefulsets: [statefulset], pods: [one] })).toEqual([]);
});

test('a paused rollout is told', () => {
  const spec = { paused: true, selector: {}, template: {} };
  expect(found({ deployments: [{ metadata: { name: 'app' }, spec }] })).toEqual([
    'warning: its rollout is paused, so nothing that is applied has an effect',
  ]);
});
