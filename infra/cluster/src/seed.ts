import { components, type Target } from '@recipe-book/cdk8s';
import type { Cluster } from './cluster.ts';
import { ClusterError } from './cluster-error.ts';
import { runInPod } from './run-in-pod.ts';

/**
 * Puts the demo account into the database unless it holds something, by the app's own program in one of
 * its pods. @returns what that said.
 */
export async function seed(cluster: Cluster, { options: { namespace } }: Target): Promise<string> {
  const labelSelector = `app.kubernetes.io/name=${components.app}`;
  const { items } = await cluster.core.listNamespacedPod({ namespace, labelSelector });
  const pod = items.find(({ metadata }) => !metadata?.deletionTimestamp)?.metadata?.name;
  if (!pod) throw new ClusterError(`No pod of the app runs in ${namespace}.`);
  const { succeeded, stdout, stderr } = await runInPod(
    cluster,
    { namespace, pod, container: 'app' },
    // One process more, not an instance: it exports no telemetry.
    ['env', 'OTEL_EXPORTER_OTLP_ENDPOINT=', 'node', 'app/src/seed/main.ts', '--if-empty'],
  );
  if (!succeeded) throw new ClusterError(`The demo data could not be stored: ${stderr || stdout}`);
  return stdout.trim();
}
