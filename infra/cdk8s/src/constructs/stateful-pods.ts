import { k8s } from 'cdk8s-plus-27';
import { hardenedPod } from './hardening.ts';
import { selectorOf } from './labels.ts';
import { scratchVolume } from './scratch.ts';
import type { Waivers } from './waivers.ts';

/** A server that keeps its state, in a pod of its own. */
export interface StatefulPodsProps {
  /** Name of the StatefulSet, the Service and the ServiceAccount. */
  readonly name: string;
  readonly port: number;
  /** Without mounts for `/tmp` and the data folder, which are added. */
  readonly container: k8s.Container;
  /** Folder that the volume is mounted at; absent: there is none, and others tell it all that it has to know. */
  readonly dataDir?: string;
  /** Size of the volume, such as `1Gi`. */
  readonly storage?: string;
  readonly volumes?: readonly k8s.Volume[];
  /** Run one after the other before the server starts. */
  readonly initContainers?: readonly k8s.Container[];
  /** Annotations of the pods; another value restarts them. */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /** How long the server may take to end, seconds; default 30, as Kubernetes has it. */
  readonly terminationGracePeriodSeconds?: number;
  /** Checks of linters that do not hold for the pods, besides those of the construct itself. */
  readonly waivers?: Waivers;
}

/** The spec of their StatefulSet. */
export function statefulPods(
  props: StatefulPodsProps,
  replicas: number,
  podSpec: Partial<k8s.PodSpec> = {},
): k8s.StatefulSetSpec {
  const { name, port, container, dataDir, storage } = props;
  const { initContainers, podAnnotations, terminationGracePeriodSeconds } = props;
  const matchLabels = selectorOf(name);
  return {
    replicas,
    serviceName: name,
    selector: { matchLabels },
    template: {
      metadata: {
        labels: matchLabels,
        ...(podAnnotations && { annotations: { ...podAnnotations } }),
      },
      spec: {
        ...hardenedPod,
        serviceAccountName: name,
        ...(terminationGracePeriodSeconds !== undefined && { terminationGracePeriodSeconds }),
        ...podSpec,
        ...(initContainers && { initContainers: [...initContainers] }),
        containers: [
          {
            ...container,
            ports: [{ name, containerPort: port }],
            volumeMounts: [
              ...(dataDir ? [{ name: 'data', mountPath: dataDir }] : []),
              { name: 'tmp', mountPath: '/tmp' },
              ...(container.volumeMounts ?? []),
            ],
          },
        ],
        volumes: [scratchVolume('tmp', '64Mi'), ...(props.volumes ?? [])],
      },
    },
    ...(storage && { volumeClaimTemplates: [claim(storage)] }),
  };
}

function claim(storage: string): k8s.KubePersistentVolumeClaimProps {
  return {
    metadata: { name: 'data' },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: k8s.Quantity.fromString(storage) } },
    },
  };
}
