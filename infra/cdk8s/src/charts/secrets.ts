import { ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { secret } from '../names.ts';
import { neededSecretKeys } from '../needed-secret-keys.ts';
import type { ExternalSecrets } from '../secrets-options.ts';
import type { Target } from '../target.ts';
import { chartProps } from './chart-props.ts';

/**
 * The Secret, filled by the External Secrets Operator with exactly the keys that the environment needs.
 * Pods wait for it (CreateContainerConfigError) when it comes later than they do.
 */
export class SecretsChart extends Chart {
  constructor(scope: Construct, id: string, target: Target, options: ExternalSecrets) {
    super(scope, id, chartProps(target));
    const { store, storeKind, remote, refreshInterval } = options;
    new ApiObject(this, 'secret', {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: secret.name },
      spec: {
        refreshInterval,
        secretStoreRef: { kind: storeKind, name: store },
        target: { name: secret.name, creationPolicy: 'Owner' },
        data: neededSecretKeys(target).map(({ key }) => ({
          secretKey: key,
          remoteRef: remoteRef(remote, key),
        })),
      },
    });
  }
}

/** Names of entries may have no dots in Azure Key Vault and Google Cloud Secret Manager. */
function remoteRef(remote: ExternalSecrets['remote'], key: string) {
  return 'key' in remote
    ? { key: remote.key, property: key }
    : { key: remote.keyPrefix + key.replaceAll('.', '-') };
}
