import {
  ApiException,
  AppsV1Api,
  BatchV1Api,
  CoreV1Api,
  type KubeConfig,
  KubernetesObjectApi,
  VersionApi,
} from '@kubernetes/client-node';
import { ClusterError } from './cluster-error.ts';
import { kubeConfigOf } from './kube-config.ts';

/** The cluster that KUBECONFIG names, or else `~/.kube/config`. */
export class Cluster {
  readonly config: KubeConfig;
  readonly objects: KubernetesObjectApi;
  readonly core: CoreV1Api;
  readonly apps: AppsV1Api;
  readonly batch: BatchV1Api;

  constructor(config: KubeConfig) {
    this.config = config;
    this.objects = KubernetesObjectApi.makeApiClient(config);
    this.core = config.makeApiClient(CoreV1Api);
    this.apps = config.makeApiClient(AppsV1Api);
    this.batch = config.makeApiClient(BatchV1Api);
  }

  /** Name of the context in the KUBECONFIG. */
  get context(): string {
    return this.config.getCurrentContext();
  }

  /**
   * @param context of the kubeconfig; the current one by default.
   * @throws ClusterError when nothing names a cluster, or the one that is named does not answer.
   */
  static async connect(context?: string): Promise<Cluster> {
    const cluster = new Cluster(kubeConfigOf(context));
    try {
      // Everybody who is known may ask for that.
      await cluster.config.makeApiClient(VersionApi).getCode();
    } catch (error) {
      throw new ClusterError(
        `The cluster of context "${cluster.context}" does not answer as it should: ${messageOf(error)}`,
      );
    }
    return cluster;
  }
}

/** The object, or `undefined` when the cluster has none of that name. */
export async function orNone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApiException && error.code === 404) return undefined;
    throw error;
  }
}

/** Longer than that, the API server has begun to print whole objects. */
const longestMessage = 400;

/** What the API server, or the network, said in one line. */
export function messageOf(error: unknown): string {
  if (error instanceof ApiException) {
    const message = statusMessage(error) ?? `HTTP ${error.code}`;
    if (message.length <= longestMessage) return message;
    // What is wrong stands at the end.
    return `${message.slice(0, longestMessage / 2)} … ${message.slice(-longestMessage / 2)}`;
  }
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

function statusMessage({ body }: ApiException<unknown>): string | undefined {
  try {
    const status: unknown = typeof body === 'string' ? JSON.parse(body) : body;
    if (typeof status === 'object' && status !== null && 'message' in status) {
      return String(status.message);
    }
  } catch {}
  return undefined;
}
