import {
  type KubernetesObject,
  PatchStrategy,
  type V1Deployment,
  type V1HorizontalPodAutoscaler,
} from '@kubernetes/client-node';
import { type Cluster, orNone } from './cluster.ts';

/** Owns the number of pods for as long as an autoscaler decides it. */
const autoscalerManager = 'recipe-book-autoscaler';

/**
 * Before a manifest is applied that leaves the number of pods to an autoscaler: somebody else must own the
 * number that there is. Otherwise it would fall back to 1 for want of an owner (Kubernetes: server-side
 * apply, transferring ownership).
 */
export async function keepReplicas(
  cluster: Cluster,
  objects: readonly KubernetesObject[],
): Promise<void> {
  for (const object of objects.filter(isDeployment)) {
    const { name = '', namespace = '' } = object.metadata ?? {};
    if (object.spec?.replicas !== undefined) continue;
    const live = await orNone(cluster.apps.readNamespacedDeployment({ name, namespace }));
    const replicas = live?.spec?.replicas;
    if (replicas === undefined) continue;
    await cluster.objects.patch(
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name, namespace },
        spec: { replicas },
      } as KubernetesObject,
      undefined,
      undefined,
      autoscalerManager,
      true,
      PatchStrategy.ServerSideApply,
    );
  }
}

/** Deletes autoscalers that no manifest has any more: they would go on changing a number that is fixed now. */
export async function removeAutoscalers(
  cluster: Cluster,
  namespace: string,
  objects: readonly KubernetesObject[],
): Promise<void> {
  const wanted = new Set(objects.filter(isAutoscaler).map(({ metadata }) => metadata?.name));
  const live = await cluster.objects.list<V1HorizontalPodAutoscaler>(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    namespace,
    undefined,
    undefined,
    undefined,
    undefined,
    'app.kubernetes.io/managed-by=cdk8s',
  );
  for (const { metadata } of live.items) {
    if (wanted.has(metadata?.name)) continue;
    await cluster.objects.delete({
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: metadata?.name ?? '', namespace },
    });
  }
}

function isDeployment(object: KubernetesObject): object is V1Deployment {
  return object.kind === 'Deployment';
}

function isAutoscaler(object: KubernetesObject): object is V1HorizontalPodAutoscaler {
  return object.kind === 'HorizontalPodAutoscaler';
}
