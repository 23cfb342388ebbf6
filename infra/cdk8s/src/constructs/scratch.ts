import { dirname } from 'node:path';
import type { EnvoyPlacement } from '@recipe-book/envoy';
import { k8s } from 'cdk8s-plus-27';

/** Volume for the Unix socket between Envoy and the app. */
export const socketVolume = 'sockets';

/** The folder of that socket, in a container of either; none when the app listens on a port. */
export function socketMounts({ app }: EnvoyPlacement): k8s.VolumeMount[] {
  return 'path' in app ? [{ name: socketVolume, mountPath: dirname(app.path) }] : [];
}

/** An empty folder that lives as long as the pod, for what a read-only container must write. */
export function scratchVolume(name: string, sizeLimit: string): k8s.Volume {
  return { name, emptyDir: { sizeLimit: k8s.Quantity.fromString(sizeLimit) } };
}

/** The same in memory, for secrets: nothing of it is ever on a disk. */
export function memoryVolume(name: string, sizeLimit: string): k8s.Volume {
  return { name, emptyDir: { medium: 'Memory', sizeLimit: k8s.Quantity.fromString(sizeLimit) } };
}
