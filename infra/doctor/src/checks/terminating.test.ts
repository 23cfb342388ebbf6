import { snapshotWith } from '../testing/snapshot.ts';
import { terminating } from './terminating.ts';

/** What is said of a pod that should be gone by then, at 12:00. */
function found(deletionTimestamp: string) {
  const pods = [
    { metadata: { name: 'a', deletionTimestamp }, spec: { nodeName: 'node1', containers: [] } },
  ];
  return terminating.findings(snapshotWith({ live: { pods } }));
}

test('a pod has until half a minute after its time', () => {
  expect(found('2026-11-26T12:00:30Z')).toEqual([]);
  expect(found('2026-11-26T11:59:40Z')).toEqual([]);
  expect(found('2026-11-26T11:50:00Z')).toMatchObject([
    { what: 'should have been gone for 10 minutes', remedy: expect.stringContaining('node1') },
  ]);
});

test('a namespace on its way out is told', () => {
  const namespaceObject = { metadata: { name: 'kitchen' }, status: { phase: 'Terminating' } };
  expect(terminating.findings(snapshotWith({ namespaceObject }))).toMatchObject([
    { level: 'error', object: 'Namespace kitchen' },
  ]);
});
