import { basename, dirname } from 'node:path';
import { certificateSecret, type TlsFiles } from '@recipe-book/envoy';
import type { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { ConfigFile } from './config-file.ts';

const volume = 'envoy-tls';

export interface TlsSecretProps {
  /** First part of the ConfigMap's name. */
  readonly name: string;
  /** Name of a Secret of type kubernetes.io/tls. */
  readonly secretName: string;
  /** Where Envoy looks for its files. */
  readonly files: TlsFiles;
}

/**
 * The certificate for clients, mounted as a whole folder: only then does Kubernetes renew it in running pods.
 *
 * @example
 * const { volumes, mounts } = new TlsSecret(this, 'tls', {
 *   name: 'greeter', secretName: 'greeter-tls', files: placement.tls,
 * });
 */
export class TlsSecret extends Construct {
  readonly volumes: readonly k8s.Volume[];
  readonly mounts: readonly k8s.VolumeMount[];

  constructor(scope: Construct, id: string, { name, secretName, files }: TlsSecretProps) {
    super(scope, id);
    const file = new ConfigFile(this, 'names', {
      name: `${name}-certificate`,
      fileName: basename(files.secretFile),
      content: certificateSecret(files),
    });
    // Readable by the group of the pod alone.
    this.volumes = [{ name: volume, secret: { secretName, defaultMode: 0o440 } }, file.volume];
    this.mounts = [
      { name: volume, mountPath: dirname(files.certificate), readOnly: true },
      file.mountAt(dirname(files.secretFile)),
    ];
  }
}
