import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { contentHash } from './content-hash.ts';

export interface ConfigFileProps {
  /** First part of the ConfigMap's name; the hash of its content follows, unless it is watched. */
  readonly name: string;
  /** Name of the file inside the folder it is mounted in. */
  readonly fileName: string;
  /** Text as it is, or data that is written as indented JSON. */
  readonly content: string | object;
  /**
   * The program watches the file: the ConfigMap keeps its name, and a changed one reaches the pods as they
   * run, within the kubelet's sync period, a minute or so.
   */
  readonly watched?: boolean;
}

/**
 * A file for a container. Unless it is watched it is an immutable ConfigMap named by its content: another
 * content is another ConfigMap, so the pods roll, and a rollback finds the old one as it was.
 *
 * @example
 * const config = new ConfigFile(this, 'config', { name: 'redis', fileName: 'redis.conf', content });
 * const volumes = [config.volume];
 */
export class ConfigFile extends Construct {
  /** To be listed among the volumes of the pod. */
  readonly volume: k8s.Volume;

  constructor(scope: Construct, id: string, props: ConfigFileProps) {
    super(scope, id);
    const { name, fileName, content, watched = false } = props;
    const text = typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`;
    const mapName = watched ? name : `${name}-${contentHash(fileName, text)}`;
    new k8s.KubeConfigMap(this, 'map', {
      metadata: { name: mapName },
      ...(!watched && { immutable: true }),
      data: { [fileName]: text },
    });
    this.volume = { name: `${name}-config`, configMap: { name: mapName } };
  }

  /** The mount that puts the file into a folder. */
  mountAt(mountPath: string): k8s.VolumeMount {
    return { name: this.volume.name, mountPath, readOnly: true };
  }
}
