import type { KubernetesObject } from '@kubernetes/client-node';
import { manifests, type Target } from '@recipe-book/cdk8s';
import { apply, objectsOf } from './apply.ts';
import type { Cluster } from './cluster.ts';
import { ClusterError } from './cluster-error.ts';
import { keepReplicas, removeAutoscalers } from './replicas.ts';
import { untilRolledOut } from './rollout.ts';
import { ensureSecret } from './secrets.ts';

/** Enough for a first start that has to fetch all images. */
const patienceSeconds = 600;

/**
 * Brings an environment into the cluster: the namespace, the Secret, then everything else; returns when
 * it runs. Repeating it changes what differs, and rolls what must be rolled.
 */
export async function deploy(
  cluster: Cluster,
  target: Target,
  say: (line: string) => void,
): Promise<void> {
  const { environment, options } = target;
  const { namespace } = options;
  const objects = objectsOf(manifests(target));
  await applyNamespace(cluster, objects);
  if (options.secrets.kind === 'existing') await fillSecret(cluster, target, say);
  await applyAll(cluster, target, objects);
  await untilRolledOut(cluster, {
    namespace,
    objects,
    seconds: patienceSeconds,
    doctor: `make doctor ENVIRONMENT=${environment} NAMESPACE=${namespace} CONTEXT=${cluster.context}`,
    say,
  });
}

/** The namespace of an environment, so that the Secret has a place to be. */
export async function applyNamespace(
  cluster: Cluster,
  objects: readonly KubernetesObject[],
): Promise<void> {
  await apply(
    cluster,
    objects.filter(({ kind }) => kind === 'Namespace'),
  );
}

/** Everything; the number of pods stays as it is where an autoscaler decides it. */
export async function applyAll(
  cluster: Cluster,
  { options: { namespace } }: Target,
  objects: readonly KubernetesObject[],
): Promise<void> {
  await keepReplicas(cluster, objects);
  await apply(cluster, objects);
  await removeAutoscalers(cluster, namespace, objects);
}

async function fillSecret(
  cluster: Cluster,
  target: Target,
  say: (line: string) => void,
): Promise<void> {
  const { made, missing } = await ensureSecret(cluster, target);
  if (made.length > 0) say(`made ${made.join(', ')} in the Secret`);
  if (missing.length === 0) return;
  throw new ClusterError(
    [
      `The Secret of ${target.options.namespace} lacks what only you know; add it, then try again:`,
      ...missing.map(({ key, what }) => `  ${key}: ${what}`),
    ].join('\n'),
  );
}
