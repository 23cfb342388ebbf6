import { PatchStrategy, type V1ContainerState } from '@kubernetes/client-node';
import { components } from '@recipe-book/cdk8s';
import { until } from '../../harness/until.ts';
import type { Event } from '../event.ts';
import { podsOf } from '../pods.ts';
import { type Scene, usualReplicas } from '../scene.ts';
import { redeploy } from './redeploy.ts';

/** A version that nobody built: its pod cannot start, and the old ones go on serving. */
export const badImage: Event = {
  name: 'update to an image that is not there',
  run: async (scene) => {
    await patchApp(scene, { image: 'recipe-book/app:nobody-built-this' });
    await untilStuck(scene, ({ waiting }) => /ImagePull/.test(waiting?.reason ?? ''));
    await redeploy(scene, scene.target);
  },
};

/** A version that starts and never becomes ready, because it finds no database. */
export const neverReady: Event = {
  name: 'update that never becomes ready',
  run: async (scene) => {
    const value = 'mongodb://nowhere.invalid:27017/recipe-book';
    await patchApp(scene, { env: [{ name: 'MONGODB_URI', value }] });
    await untilStuck(scene, ({ running }) => secondsSince(running?.startedAt) > usualStart);
    await redeploy(scene, scene.target);
  },
};

/** Longer than a good version takes to become ready, seconds. */
const usualStart = 25;

function secondsSince(start: Date | undefined): number {
  return start ? (Date.now() - start.getTime()) / 1000 : 0;
}

async function patchApp({ cluster, target }: Scene, container: object): Promise<void> {
  await cluster.objects.patch(
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: components.app, namespace: target.options.namespace },
      spec: { template: { spec: { containers: [{ name: 'app', ...container }] } } },
    } as object,
    undefined,
    undefined,
    'test',
    undefined,
    PatchStrategy.StrategicMergePatch,
  );
}

/** Waits until one new pod is as it must be for ever, and sees that all old ones are ready. */
async function untilStuck(
  scene: Scene,
  isStuck: (state: V1ContainerState) => boolean,
): Promise<void> {
  await until('one new pod hangs while all old ones are ready', 90, async () => {
    const pods = await podsOf(scene, components.app);
    const ready = pods.filter(({ status }) =>
      status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True'),
    );
    const states = pods.flatMap(({ status }) => status?.containerStatuses ?? []);
    return (
      pods.length === usualReplicas + 1 &&
      ready.length === usualReplicas &&
      states.some(({ ready, state }) => !ready && isStuck(state ?? {}))
    );
  });
}
