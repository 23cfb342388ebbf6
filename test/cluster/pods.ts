import type { V1Pod } from '@kubernetes/client-node';
import type { components } from '@recipe-book/cdk8s';
import { type Cluster, unready } from '@recipe-book/cluster';
import { until } from '../harness/until.ts';
import type { Scene } from './scene.ts';

export type Component = (typeof components)[keyof typeof components];

/** The pods of a component that are not about to end, oldest first. */
export async function podsOf({ cluster, target }: Scene, component: Component): Promise<V1Pod[]> {
  const { namespace } = target.options;
  const labelSelector = `app.kubernetes.io/name=${component}`;
  const { items } = await cluster.core.listNamespacedPod({ namespace, labelSelector });
  return items
    .filter(({ metadata }) => metadata?.deletionTimestamp === undefined)
    .toSorted((a, b) => startOf(a) - startOf(b));
}

/** Name of the oldest pod of a component. */
export async function oldestPod(scene: Scene, component: Component): Promise<string> {
  const [pod] = await podsOf(scene, component);
  const name = pod?.metadata?.name;
  if (!name) throw new Error(`There is no pod of ${component}.`);
  return name;
}

/** Waits until everything runs in its newest version and every pod that was to end is gone. */
export async function untilCalm({ cluster, target }: Scene, seconds = 180): Promise<void> {
  const { namespace } = target.options;
  await until('every pod is ready and none is ending', seconds, async () => {
    const [missing, ending] = await Promise.all([
      unready(cluster, namespace),
      endingPods(cluster, namespace),
    ]);
    return missing.length === 0 && ending === 0;
  });
}

async function endingPods(cluster: Cluster, namespace: string): Promise<number> {
  const { items } = await cluster.core.listNamespacedPod({ namespace });
  return items.filter(({ metadata }) => metadata?.deletionTimestamp !== undefined).length;
}

function startOf({ metadata }: V1Pod): number {
  return metadata?.creationTimestamp?.getTime() ?? 0;
}
