import { components } from '@recipe-book/cdk8s';
import type { Event } from '../event.ts';
import { podsOf, untilCalm } from '../pods.ts';

/** All pods of the ratelimit service are replaced, as `kubectl rollout restart` does it. */
export const ratelimitRestart: Event = {
  name: 'restart of ratelimit',
  run: async (scene) => {
    await scene.cluster.apps.patchNamespacedDeployment({
      name: components.ratelimit,
      namespace: scene.target.options.namespace,
      body: [
        {
          op: 'add',
          path: '/spec/template/metadata/annotations',
          value: { 'kubectl.kubernetes.io/restartedAt': new Date().toISOString() },
        },
      ],
    });
    await untilCalm(scene);
  },
};

/** The only Redis goes, with its volume left, and comes back. */
export const redisRestart: Event = {
  name: 'restart of Redis',
  run: async (scene) => {
    const { namespace } = scene.target.options;
    for (const { metadata } of await podsOf(scene, components.redis)) {
      await scene.cluster.core.deleteNamespacedPod({ name: metadata?.name ?? '', namespace });
    }
    await untilCalm(scene);
  },
};
