import { setTimeout as wait } from 'node:timers/promises';
import { type Cluster, orNone } from './cluster.ts';
import { ClusterError } from './cluster-error.ts';

const patienceSeconds = 180;

/** Deletes a namespace with all that is in it, and waits until it is gone. */
export async function removeNamespace(cluster: Cluster, name: string): Promise<void> {
  await orNone(cluster.core.deleteNamespace({ name }));
  const end = Date.now() + patienceSeconds * 1000;
  while (await orNone(cluster.core.readNamespace({ name }))) {
    if (Date.now() > end) {
      throw new ClusterError(
        `${name} is still not gone after ${patienceSeconds} s: "kubectl describe namespace ${name}" says what holds it.`,
      );
    }
    await wait(500);
  }
}
