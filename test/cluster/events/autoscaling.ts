import { Metrics, PatchStrategy } from '@kubernetes/client-node';
import { components } from '@recipe-book/cdk8s';
import { Crowd } from '../../harness/crowd.ts';
import { until } from '../../harness/until.ts';
import type { Event } from '../event.ts';
import { podsOf } from '../pods.ts';
import { autoscaledTarget, autoscaledTo, type Scene } from '../scene.ts';
import { redeploy } from './redeploy.ts';

/** As many requests at once as it takes to keep more than two pods busy. */
const crowdSize = 16;

/** More pods come when there is more to do, and go again afterwards. */
export const autoscaling: Event = {
  name: 'autoscaling up and down',
  cooks: 2,
  run: async (scene) => {
    await needMetrics(scene);
    await redeploy(scene, autoscaledTarget());
    await hurry(scene);
    await until(
      'the pods are as few as may be',
      240,
      async () => (await ready(scene)) === autoscaledTo.min,
    );
    await underLoad(scene, () =>
      until('another pod is ready', 240, async () => (await ready(scene)) > autoscaledTo.min),
    );
    await until('it is gone again', 240, async () => (await ready(scene)) === autoscaledTo.min);
    await redeploy(scene, scene.target);
  },
};

async function needMetrics({ cluster }: Scene): Promise<void> {
  try {
    await new Metrics(cluster.config).getNodeMetrics();
  } catch {
    throw new Error('the cluster measures nothing: install metrics-server');
  }
}

/** By default nothing goes within five minutes, so that a pause does not cost pods. */
async function hurry({ cluster, target }: Scene): Promise<void> {
  await cluster.objects.patch(
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: components.app, namespace: target.options.namespace },
      spec: {
        behavior: {
          scaleDown: {
            stabilizationWindowSeconds: 0,
            policies: [{ type: 'Pods', value: 1, periodSeconds: 15 }],
          },
        },
      },
    } as object,
    undefined,
    undefined,
    'test',
    undefined,
    PatchStrategy.MergePatch,
  );
}

async function underLoad({ entrance }: Scene, work: () => Promise<unknown>): Promise<void> {
  let goesOn = true;
  const crowd = new Crowd([entrance.port], { host: entrance.host, path: '/api/openapi.json' });
  const load = crowd.sendWhile(() => goesOn, crowdSize);
  try {
    await work();
  } finally {
    goesOn = false;
    await load;
    crowd.close();
  }
}

async function ready(scene: Scene): Promise<number> {
  const pods = await podsOf(scene, components.app);
  const isReady = pods.map(({ status }) =>
    status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True'),
  );
  return isReady.filter(Boolean).length;
}
