import type { V1Deployment } from '@kubernetes/client-node';
import { isReady, livingPods, matches } from '../about/pods.ts';
import { count } from '../about/words.ts';
import type { Live } from '../cluster/resources.ts';
import type { Check, Finding } from '../finding.ts';
import type { Snapshot } from '../snapshot.ts';

/** Rollouts that do not come to an end, mostly unnoticed since the old pods go on serving. */
export const rollouts: Check = {
  group: 'workloads',
  findings: (snapshot) => [
    ...snapshot.live.deployments.flatMap((deployment) => ofDeployment(deployment)),
    ...ofStatefulSets(snapshot),
  ],
};

function ofDeployment({ metadata, spec, status }: Live<V1Deployment>): Finding[] {
  const { name } = metadata;
  const object = `Deployment ${name}`;
  if (spec?.paused) {
    const what = 'its rollout is paused, so nothing that is applied has an effect';
    return [
      { level: 'warning', object, what, remedy: `"kubectl rollout resume deployment/${name}".` },
    ];
  }
  const progress = status?.conditions?.find(({ type }) => type === 'Progressing');
  if (progress?.reason !== 'ProgressDeadlineExceeded') return [];
  const { updatedReplicas = 0, readyReplicas = 0, replicas = 0 } = status ?? {};
  const old = Math.min(replicas - updatedReplicas, readyReplicas);
  const serving = `${count(old, 'old pod')} ${old === 1 ? 'goes' : 'go'} on serving`;
  return [
    {
      level: 'error',
      object,
      what: `its rollout stands still: ${updatedReplicas} of ${count(spec?.replicas ?? 1, 'new pod')} made, not ready in time; ${serving}`,
      remedy: `See what its new pods lack; "kubectl rollout undo deployment/${name}" takes the change back.`,
    },
  ];
}

/** One that waits for a broken pod of an old revision waits for good: it never replaces it. */
function ofStatefulSets(snapshot: Snapshot): Finding[] {
  return snapshot.live.statefulsets.flatMap(({ metadata, spec, status }) => {
    const { updateRevision } = status ?? {};
    const broken = livingPods(snapshot).find(
      (pod) =>
        matches(pod.metadata.labels, spec?.selector.matchLabels ?? {}) &&
        pod.metadata.labels?.['controller-revision-hash'] !== updateRevision &&
        !isReady(pod),
    );
    if (!updateRevision || !broken) return [];
    return {
      level: 'error' as const,
      object: `StatefulSet ${metadata.name}`,
      what: `its rollout waits for ${broken.metadata.name}, which is of the old version and not ready`,
      remedy: `"kubectl delete pod ${broken.metadata.name}": only then it is made anew.`,
    };
  });
}
