import { setTimeout as wait } from 'node:timers/promises';
import type { V1Deployment, V1Job, V1StatefulSet } from '@kubernetes/client-node';
import type { Cluster } from './cluster.ts';
import { ClusterError } from './cluster-error.ts';

/** What is not yet as it shall be: `recipe-book 2/3`. */
export type Unready = readonly string[];

/** The workloads of a namespace that are not wholly rolled out. */
export async function unready(cluster: Cluster, namespace: string): Promise<Unready> {
  const [deployments, sets, jobs] = await Promise.all([
    cluster.apps.listNamespacedDeployment({ namespace }),
    cluster.apps.listNamespacedStatefulSet({ namespace }),
    cluster.batch.listNamespacedJob({ namespace }),
  ]);
  return [
    ...deployments.items.filter((one) => !isRolledOut(one)).map(progressOf),
    ...sets.items.filter((one) => !isRolledOut(one)).map(progressOf),
    ...jobs.items.filter((one) => !isComplete(one)).map((one) => `${one.metadata?.name} (Job)`),
  ];
}

/**
 * Waits until everything in the namespace runs in the version that was applied.
 * @param say hears what is still missing, whenever that changes.
 * @throws ClusterError when the time is over.
 */
export async function untilRolledOut(
  cluster: Cluster,
  namespace: string,
  seconds: number,
  say: (line: string) => void = () => undefined,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  let said = '';
  for (;;) {
    const missing = (await unready(cluster, namespace)).join(', ');
    if (missing === '') return;
    if (missing !== said) say(`waiting for ${missing} …`);
    said = missing;
    if (Date.now() > end) {
      throw new ClusterError(
        `Not ready within ${seconds} s in ${namespace}: ${missing}. "make doctor NAMESPACE=${namespace}" says why.`,
      );
    }
    await wait(500);
  }
}

function isRolledOut({ metadata, spec, status }: V1Deployment | V1StatefulSet): boolean {
  const wanted = spec?.replicas ?? 1;
  return (
    (status?.observedGeneration ?? 0) >= (metadata?.generation ?? 0) &&
    (status?.replicas ?? 0) === wanted &&
    (status?.updatedReplicas ?? 0) === wanted &&
    (status?.readyReplicas ?? 0) === wanted &&
    (status?.availableReplicas ?? 0) === wanted
  );
}

function progressOf({ metadata, spec, status }: V1Deployment | V1StatefulSet): string {
  const current = Math.min(status?.updatedReplicas ?? 0, status?.readyReplicas ?? 0);
  return `${metadata?.name} ${current}/${spec?.replicas ?? 1}`;
}

function isComplete({ status }: V1Job): boolean {
  return (
    status?.conditions?.some(({ type, status }) => type === 'Complete' && status === 'True') ??
    false
  );
}
