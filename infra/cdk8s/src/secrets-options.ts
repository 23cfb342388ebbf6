/** Where the Secret `recipe-book` comes from. */
export type SecretsOptions =
  /** Somebody makes it before the manifests are applied. */
  { readonly kind: 'existing' } | ExternalSecrets;

/** The External Secrets Operator fills it from a store that exists (external-secrets.io). */
export interface ExternalSecrets {
  readonly kind: 'external';
  /** Name of the SecretStore, in the namespace, or of the ClusterSecretStore. */
  readonly store: string;
  readonly storeKind: 'SecretStore' | 'ClusterSecretStore';
  /**
   * How the store names what belongs to a key of the Secret.
   * `key`: one entry holds all of them as its properties, as in Vault or AWS Secrets Manager.
   * `keyPrefix`: each is an entry of its own, named by the prefix and the key with
   * `-` for each dot, as in Azure or Google Cloud.
   */
  readonly remote: { readonly key: string } | { readonly keyPrefix: string };
  /** How often the store is asked again, such as `1h`. Programs read most secrets at their start alone. */
  readonly refreshInterval: string;
}
