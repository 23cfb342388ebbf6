import { components } from '@recipe-book/cdk8s';
import type { Event } from '../event.ts';
import { oldestPod, untilCalm } from '../pods.ts';
import type { Scene } from '../scene.ts';

/** A pod goes as it does when its node is drained: asked for by the API that respects budgets. */
export const eviction: Event = {
  name: 'eviction of a pod',
  run: async (scene) => {
    await evict(scene, await oldestPod(scene, components.app));
    await untilCalm(scene);
  },
};

async function evict({ cluster, target }: Scene, name: string): Promise<void> {
  const { namespace } = target.options;
  const body = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace } };
  await cluster.core.createNamespacedPodEviction({ name, namespace, body });
}
