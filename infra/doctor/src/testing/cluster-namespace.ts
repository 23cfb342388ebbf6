import {
  KubeConfig,
  type KubernetesObject,
  KubernetesObjectApi,
  PatchStrategy,
} from '@kubernetes/client-node';

/** A namespace of its own in the cluster that KUBECONFIG names. */
export class ClusterNamespace {
  readonly name: string;
  readonly kubeConfig = new KubeConfig();
  readonly api: KubernetesObjectApi;
  readonly #labels: Readonly<Record<string, string>>;

  /** @param labels of the namespace besides the level of Pod Security. */
  constructor(name: string, labels: Readonly<Record<string, string>> = {}) {
    this.name = `${name}-${process.pid}`;
    this.#labels = { 'pod-security.kubernetes.io/enforce': 'restricted', ...labels };
    this.kubeConfig.loadFromDefault();
    this.api = KubernetesObjectApi.makeApiClient(this.kubeConfig);
  }

  async make(): Promise<void> {
    await this.api.create(this.#object);
  }

  /** Begins to delete it, with all that is in it. */
  async delete(): Promise<void> {
    await this.api.delete(this.#object);
  }

  /** The beginning of an object in this namespace. */
  named(apiVersion: string, kind: string, name: string, metadata: object = {}) {
    return { apiVersion, kind, metadata: { name, namespace: this.name, ...metadata } };
  }

  async create(object: KubernetesObject): Promise<void> {
    // The library calls that field of a NetworkPolicy by another name, and drops it otherwise.
    const text = JSON.stringify(object).replaceAll('"from":', '"_from":');
    const { metadata, ...rest } = JSON.parse(text) as KubernetesObject;
    await this.api.create({ ...rest, metadata: { ...metadata, namespace: this.name } });
  }

  /** Changes the fields that are given. @param object as `named`, with fields. */
  async patch(object: object): Promise<void> {
    const strategy = PatchStrategy.StrategicMergePatch;
    const none = undefined;
    await this.api.patch(object as KubernetesObject, none, none, none, none, strategy);
  }

  get #object(): KubernetesObject {
    return {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: this.name, labels: { ...this.#labels } },
    };
  }
}
