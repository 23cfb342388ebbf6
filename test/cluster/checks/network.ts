import type { V1Pod } from '@kubernetes/client-node';
import { components, images } from '@recipe-book/cdk8s';
import { type Cluster, orNone, removeNamespace, runInPod } from '@recipe-book/cluster';
import { expect } from 'expect';
import { until } from '../../harness/until.ts';
import type { Check } from '../check.ts';

const strangerNamespace = 'recipe-book-test-stranger';
const stranger = 'stranger';

/** What a pod of another namespace may reach, and what not. */
const doors: readonly [component: string, port: number, open: boolean][] = [
  [components.app, 80, true],
  [components.redis, 6379, false],
  [components.mongodb, 27_017, false],
  [components.ratelimit, 8081, false],
  [components.ratelimit, 8080, false],
];

export const strangersStayOut: Check = {
  name: 'pods of other namespaces reach the app and nothing else',
  run: async ({ cluster, target }) => {
    await startStranger(cluster);
    try {
      const reached = [];
      for (const [component, port] of doors) {
        const host = `${component}.${target.options.namespace}`;
        reached.push([component, port, await connects(cluster, host, port)]);
      }
      expect(reached).toEqual(doors);
    } finally {
      await removeNamespace(cluster, strangerNamespace);
    }
  },
};

async function startStranger(cluster: Cluster): Promise<void> {
  await orNone(cluster.core.readNamespace({ name: strangerNamespace })).then(
    (there) => there && removeNamespace(cluster, strangerNamespace),
  );
  await cluster.core.createNamespace({ body: { metadata: { name: strangerNamespace } } });
  await cluster.core.createNamespacedPod({ namespace: strangerNamespace, body: pod });
  await until('the stranger runs', 60, async () => {
    const { status } = await cluster.core.readNamespacedPod({
      name: stranger,
      namespace: strangerNamespace,
    });
    return status?.phase === 'Running';
  });
}

/** An image that is in the cluster anyway, and has a shell that can open connections. */
const pod: V1Pod = {
  metadata: { name: stranger },
  spec: {
    terminationGracePeriodSeconds: 0,
    automountServiceAccountToken: false,
    containers: [
      {
        name: stranger,
        image: images.redis,
        command: ['sleep', '600'],
        imagePullPolicy: 'IfNotPresent',
      },
    ],
  },
};

async function connects(cluster: Cluster, host: string, port: number): Promise<boolean> {
  const script = `timeout 3 bash -c 'exec 3<>/dev/tcp/${host}/${port}'`;
  const { succeeded } = await runInPod(
    cluster,
    { namespace: strangerNamespace, pod: stranger, container: stranger },
    ['bash', '-c', script],
  );
  return succeeded;
}
