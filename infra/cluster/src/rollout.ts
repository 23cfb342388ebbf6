import { setTimeout as wait } from 'node:timers/promises';
import type { KubernetesObject, V1Deployment, V1Job, V1StatefulSet } from '@kubernetes/client-node';
import { type Cluster, messageOf } from './cluster.ts';
import { ClusterError } from './cluster-error.ts';

/** Workloads by kind and name; others in the namespace are of no concern. */
type Wanted = ReadonlySet<string>;

/** What is not yet as it shall be: `recipe-book 2/3`. */
export type Unready = readonly string[];

/** Polls that may fail in a row: an API server that restarts is back by then. */
const patience = 20;

/**
 * The workloads of a namespace that are not wholly rolled out.
 * @param objects those that count; default: all that are there.
 * @throws ClusterError when a Job has failed for good.
 */
export async function unready(
  cluster: Cluster,
  namespace: string,
  objects?: readonly KubernetesObject[],
): Promise<Unready> {
  const wanted =
    objects && new Set(objects.map(({ kind, metadata }) => `${kind} ${metadata?.name}`));
  const [deployments, sets, jobs] = await Promise.all([
    cluster.apps.listNamespacedDeployment({ namespace }),
    cluster.apps.listNamespacedStatefulSet({ namespace }),
    cluster.batch.listNamespacedJob({ namespace }),
  ]);
  const ofInterest = <T extends KubernetesObject>(kind: string, items: T[]) =>
    items.filter(({ metadata }) => isWanted(wanted, `${kind} ${metadata?.name}`));
  const currentJobs = ofInterest('Job', jobs.items);
  const failed = currentJobs.find((job) => hasCondition(job, 'Failed'));
  if (failed) {
    const name = failed.metadata?.name;
    throw new ClusterError(
      `Job ${name} has failed: "kubectl -n ${namespace} logs job/${name}" says why. When that is put right, delete the Job and try again.`,
    );
  }
  return [
    ...ofInterest('Deployment', deployments.items)
      .filter((one) => !isRolledOut(one))
      .map(progressOf),
    ...ofInterest('StatefulSet', sets.items)
      .filter((one) => !isRolledOut(one))
      .map(progressOf),
    ...currentJobs
      .filter((job) => !hasCondition(job, 'Complete'))
      .map(({ metadata }) => `${metadata?.name} (Job)`),
  ];
}

/** How long to wait for what, and who hears of it. */
export interface Waiting {
  readonly namespace: string;
  /** What was applied. */
  readonly objects: readonly KubernetesObject[];
  readonly seconds: number;
  /** The command that finds out why it takes so long. */
  readonly doctor: string;
  /** Hears what is still missing, whenever that changes. */
  readonly say: (line: string) => void;
}

/**
 * Waits until what was applied runs in the version that was applied.
 * @throws ClusterError when the time is over, when a Job has failed, or when the cluster does not answer any more.
 */
export async function untilRolledOut(cluster: Cluster, waiting: Waiting): Promise<void> {
  const { namespace, objects, seconds, doctor, say } = waiting;
  const end = Date.now() + seconds * 1000;
  let said = '';
  let failures = 0;
  for (;;) {
    try {
      const missing = (await unready(cluster, namespace, objects)).join(', ');
      failures = 0;
      if (missing === '') return;
      if (missing !== said) say(`waiting for ${missing} …`);
      said = missing;
    } catch (error) {
      if (error instanceof ClusterError) throw error;
      if (++failures > patience) {
        throw new ClusterError(`The cluster does not answer any more: ${messageOf(error)}`);
      }
    }
    if (Date.now() > end) {
      throw new ClusterError(
        `Not ready within ${seconds} s in ${namespace}: ${said}. "${doctor}" says why.`,
      );
    }
    await wait(500);
  }
}

function isWanted(wanted: Wanted | undefined, name: string): boolean {
  return wanted?.has(name) ?? true;
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

function hasCondition({ status }: V1Job, wanted: string): boolean {
  return (
    status?.conditions?.some(({ type, status }) => type === wanted && status === 'True') ?? false
  );
}
