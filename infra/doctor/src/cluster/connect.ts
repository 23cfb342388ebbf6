import { KubeConfig } from '@kubernetes/client-node';
import { ClusterError } from './cluster-error.ts';

/**
 * The kubeconfig as kubectl finds it: KUBECONFIG, else `~/.kube/config`, else that of the pod.
 * @param context name of another context than the current one.
 * @throws ClusterError when there is none that can be used.
 */
export function connect(context: string | undefined): KubeConfig {
  const kubeConfig = new KubeConfig();
  try {
    kubeConfig.loadFromDefault();
  } catch (error) {
    throw new ClusterError(
      `The kubeconfig cannot be read: ${(error as Error).message.split('\n')[0]}; let KUBECONFIG name one that can.`,
    );
  }
  // What the library falls back to when there is no file at all.
  if (kubeConfig.getCurrentCluster()?.server === 'http://localhost:8080') {
    throw new ClusterError(
      'No cluster is chosen: set KUBECONFIG to the file that names one, or make one by "make kind-up".',
    );
  }
  if (context === undefined) return kubeConfig;
  const names = kubeConfig.getContexts().map(({ name }) => name);
  if (!names.includes(context)) {
    throw new ClusterError(
      `The kubeconfig has no context "${context}"; it has ${names.join(', ') || 'none'}.`,
    );
  }
  kubeConfig.setCurrentContext(context);
  return kubeConfig;
}
