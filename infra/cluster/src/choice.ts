import { type Environment, type EnvironmentText, environments } from '@recipe-book/settings';
import { ClusterError } from './cluster-error.ts';

/** What a command is about. */
export interface Choice {
  readonly environment: Environment;
  /** Absent: the one of the environment. */
  readonly namespace: string | undefined;
  /** Context of the kubeconfig; absent: the current one. */
  readonly context: string | undefined;
}

/**
 * Reads ENVIRONMENT (development by default), NAMESPACE and CONTEXT; an empty value counts as not set.
 * @throws ClusterError when there is no such environment.
 */
export function choiceOf(text: EnvironmentText): Choice {
  const name = text['ENVIRONMENT'] || 'development';
  const environment = environments.find((one) => one === name);
  if (!environment) {
    throw new ClusterError(
      `ENVIRONMENT is "${name}"; it must be one of ${environments.join(', ')}.`,
    );
  }
  return {
    environment,
    namespace: text['NAMESPACE'] || undefined,
    context: text['CONTEXT'] || undefined,
  };
}
