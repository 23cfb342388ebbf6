import type { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { ConfigFile } from './config-file.ts';
import type { EnvoyTls } from './sidecar-app-props.ts';

const volume = 'envoy-tls';

/** The certificate for clients, mounted as a whole folder: only then does Kubernetes renew it in running pods. */
export class TlsSecret extends Construct {
  readonly volumes: readonly k8s.Volume[];
  readonly mounts: readonly k8s.VolumeMount[];

  constructor(scope: Construct, id: string, { secretName, mountPath, names }: EnvoyTls) {
    super(scope, id);
    const { content, fileName, folder } = names;
    const file = new ConfigFile(this, 'names', { name: 'certificate', fileName, content });
    // Readable by the group of the pod alone.
    this.volumes = [{ name: volume, secret: { secretName, defaultMode: 0o440 } }, file.volume];
    this.mounts = [{ name: volume, mountPath, readOnly: true }, file.mountAt(folder)];
  }
}
