import { type KubernetesObject, loadAllYaml, PatchStrategy } from '@kubernetes/client-node';
import { type Cluster, messageOf } from './cluster.ts';
import { ClusterError } from './cluster-error.ts';

/** Who owns the fields that the manifests set (Kubernetes: server-side apply). */
export const fieldManager = 'recipe-book';

/**
 * The objects of manifests as `manifests()` writes them, in order. The client's own reader makes them,
 * since the client drops what does not bear its own names: it sends a `from` only when it is `_from`.
 */
export function objectsOf(manifests: ReadonlyMap<string, string>): KubernetesObject[] {
  return [...manifests.values()].flatMap((text) => loadAllYaml(text) as KubernetesObject[]);
}

/**
 * Gives the objects to the cluster, one after the other; what is there already is changed.
 * @throws ClusterError that names the first object that was refused; those before it are applied.
 */
export async function apply(cluster: Cluster, objects: readonly KubernetesObject[]): Promise<void> {
  for (const object of objects) {
    try {
      await cluster.objects.patch(
        object,
        undefined,
        undefined,
        fieldManager,
        true,
        PatchStrategy.ServerSideApply,
      );
    } catch (error) {
      throw new ClusterError(`${nameOf(object)} was not applied: ${messageOf(error)}`);
    }
  }
}

/** An object as people name it: `Deployment recipe-book`. */
function nameOf({ kind, metadata }: KubernetesObject): string {
  return `${kind} ${metadata?.name}`;
}
