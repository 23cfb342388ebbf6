import { KubeConfig } from '@kubernetes/client-node';
import { ClusterError } from './cluster-error.ts';

/**
 * The kubeconfig as kubectl finds it: KUBECONFIG, else `~/.kube/config`, else that of the pod.
 * @param context name of another context than the current one.
 * @throws ClusterError when there is none that can be used.
 */
export function kubeConfigOf(context?: string): KubeConfig {
  const config = new KubeConfig();
  try {
    config.loadFromDefault();
  } catch (error) {
    throw new ClusterError(
      `The kubeconfig cannot be read: ${(error as Error).message.split('\n')[0]}; let KUBECONFIG name one that can.`,
    );
  }
  if (context !== undefined) {
    const names = config.getContexts().map(({ name }) => name);
    if (!names.includes(context)) {
      throw new ClusterError(
        `The kubeconfig has no context "${context}"; it has ${names.join(', ') || 'none'}.`,
      );
    }
    config.setCurrentContext(context);
  }
  const server = config.getCurrentCluster()?.server;
  // What the library falls back to when there is no file at all.
  if (!server || server === 'http://localhost:8080') {
    throw new ClusterError(
      'No cluster is chosen: set KUBECONFIG to the file that names one, choose one of its contexts by CONTEXT, or make one by "make kind-up".',
    );
  }
  return config;
}
