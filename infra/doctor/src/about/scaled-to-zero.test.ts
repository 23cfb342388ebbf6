import type { LiveObjects } from '../cluster/resources.ts';
import { diagnose } from '../diagnosis.ts';
import { manifestsOf } from '../testing/manifests-of.ts';
import { snapshotWith } from '../testing/snapshot.ts';
import { told } from '../testing/told.ts';

const labels = { 'app.kubernetes.io/name': 'recipe-book' };
const template = { metadata: { labels } };

/** The app's Deployment with so many pods, and its Service. */
function kitchen(replicas: number, more: Partial<LiveObjects> = {}) {
  const { checks } = diagnose(
    snapshotWith({
      wanted: manifestsOf('development').filter(({ kind }) => kind === 'Deployment'),
      live: {
        deployments: [
          { metadata: { name: 'recipe-book' }, spec: { replicas, selector: {}, template } },
        ],
        services: [{ metadata: { name: 'recipe-book' }, spec: { selector: labels } }],
        ...more,
      },
    }),
  );
  const told = checks.filter(({ check }) => /^(replicas|autoscalers|services)$/.test(check));
  return { checks: told };
}

const autoscaler = (minReplicas: number): LiveObjects['horizontalpodautoscalers'][number] => ({
  metadata: { name: 'recipe-book' },
  spec: {
    minReplicas,
    maxReplicas: 5,
    scaleTargetRef: { kind: 'Deployment', name: 'recipe-book' },
  },
  status: {
    desiredReplicas: 0,
    conditions: [{ type: 'ScalingActive', status: 'False', reason: 'ScalingDisabled' }],
  },
});

const pod = (phase: string): LiveObjects['pods'][number] => ({
  metadata: { name: `pod-${phase}`, labels },
  status: { phase },
});

const service = 'services: Service recipe-book leads nowhere:';

test('what is scaled to 0 against the manifest is told, and the Service points to it', () => {
  const found = kitchen(0);
  expect(told(found)).toEqual([
    'replicas: Deployment recipe-book is scaled to 0',
    `${service} Deployment recipe-book is scaled to 0`,
  ]);
  expect(found.checks.flatMap(({ findings }) => findings.map(({ remedy }) => remedy))).toEqual([
    '"kubectl scale --replicas=1 deployment/recipe-book".',
    'See what is said of Deployment recipe-book.',
  ]);
});

test('with an autoscaler, that one is off', () => {
  const found = kitchen(0, { horizontalpodautoscalers: [autoscaler(3)] });
  expect(told(found)).toEqual([
    'autoscalers: Deployment recipe-book is scaled to 0, so its autoscaler is off',
    `${service} Deployment recipe-book is scaled to 0`,
  ]);
  expect(found.checks.flatMap(({ findings }) => findings.map(({ remedy }) => remedy))).toContain(
    '"kubectl scale --replicas=3 deployment/recipe-book": from there on the autoscaler goes on.',
  );
});

test('what is in no manifest may have no pods on purpose', () => {
  const deployments = [
    { metadata: { name: 'try-out' }, spec: { replicas: 0, selector: {}, template } },
  ];
  expect(told(kitchen(0, { deployments, services: [] }))).toEqual([]);
});

test('pods that have ended do not count among those of a Service', () => {
  const few = 'replicas: Deployment recipe-book 0 of 1 pods is ready';
  expect(told(kitchen(1, { pods: [pod('Failed'), pod('Pending')] }))).toEqual([
    few,
    `${service} none of its 1 pod is ready`,
  ]);
  expect(told(kitchen(1, { pods: [pod('Failed')] }))).toEqual([
    few,
    `${service} all of its pods have ended`,
  ]);
});
