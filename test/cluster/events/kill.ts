import { PatchStrategy } from '@kubernetes/client-node';
import { components } from '@recipe-book/cdk8s';
import { runInPod } from '@recipe-book/cluster';
import { until } from '../../harness/until.ts';
import type { Event, Mark } from '../event.ts';
import { oldestPod, untilCalm } from '../pods.ts';
import type { Scene } from '../scene.ts';
import { redeploy } from './redeploy.ts';

/** How the kernel's name for the program of each container begins; Node calls itself node-MainThread. */
const programs = { app: 'node', envoy: 'envoy', collector: 'otelcol-contrib' } as const;
type Container = keyof typeof programs;

/**
 * Lets the containers of a pod see each other's processes, since the first process of a container
 * cannot be killed from within it.
 */
export const shareProcesses: Event = {
  name: 'rolling update (to be able to kill)',
  run: async (scene) => {
    const { namespace } = scene.target.options;
    await scene.cluster.objects.patch(
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: components.app, namespace },
        spec: { template: { spec: { shareProcessNamespace: true } } },
      } as object,
      undefined,
      undefined,
      'test',
      undefined,
      PatchStrategy.StrategicMergePatch,
    );
    await untilCalm(scene);
  },
};

/** The Collector answers no requests, so none may fail with it. */
export const kills: readonly Event[] = (Object.keys(programs) as Container[]).map((container) => ({
  name: `kill -9 of ${container}`,
  run: (scene, mark) => kill(scene, container, container === 'collector' ? () => undefined : mark),
}));

/** Undoes `shareProcesses`. */
export const unshareProcesses: Event = {
  name: 'rolling update (back)',
  run: async (scene) => {
    await scene.cluster.apps.patchNamespacedDeployment({
      name: components.app,
      namespace: scene.target.options.namespace,
      body: [{ op: 'remove', path: '/spec/template/spec/shareProcessNamespace' }],
    });
    await redeploy(scene, scene.target);
  },
};

async function kill(scene: Scene, container: Container, mark: Mark): Promise<void> {
  const { namespace } = scene.target.options;
  const pod = await oldestPod(scene, components.app);
  const before = await restarts(scene, pod, container);
  // The kernel keeps 15 letters of a name.
  const name = programs[container].slice(0, 15);
  const script = `for at in /proc/[0-9]*; do [[ $(<$at/comm) == ${name}* ]] && kill -9 \${at#/proc/}; done`;
  mark();
  // Envoy's container is the one that has a shell. It ends with Envoy, and so may the connection.
  await runInPod(scene.cluster, { namespace, pod, container: 'envoy' }, [
    '/bin/bash',
    '-c',
    script,
  ]).catch(() => undefined);
  await until(`${container} of ${pod} was started again`, 60, async () => {
    return (await restarts(scene, pod, container)) > before;
  });
  await untilCalm(scene);
}

async function restarts({ cluster, target }: Scene, name: string, container: Container) {
  const { namespace } = target.options;
  const { status } = await cluster.core.readNamespacedPod({ name, namespace });
  const all = [...(status?.containerStatuses ?? []), ...(status?.initContainerStatuses ?? [])];
  return all.find((one) => one.name === container)?.restartCount ?? 0;
}
