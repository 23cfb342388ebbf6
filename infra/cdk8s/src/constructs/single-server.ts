import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { hardenedPod, pinnedByTag } from './hardening.ts';
import { selectorOf } from './labels.ts';
import { scratchVolume } from './scratch.ts';
import { noCpuLimit } from './size.ts';
import { type Waivers, waived } from './waivers.ts';

export interface SingleServerProps {
  /** Name of the StatefulSet, the Service and the ServiceAccount. */
  readonly name: string;
  readonly port: number;
  /** Without mounts for `/tmp` and the data folder, which are added. */
  readonly container: k8s.Container;
  /** Folder that the volume is mounted at. */
  readonly dataDir: string;
  /** Size of the volume, such as `1Gi`. */
  readonly storage: string;
  readonly volumes?: readonly k8s.Volume[];
  /** Annotations of the pod; another value restarts it. */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /** Checks of linters that do not hold for the pod, besides those of the construct itself. */
  readonly waivers?: Waivers;
}

/** For what runs one copy only. */
const oneCopy: Waivers = {
  'kube-score': {
    'statefulset-has-servicename':
      'There is one pod, reached by an address that stays when it moves.',
  },
};

/**
 * One server that keeps its data on a volume, reached by a Service of the same name.
 *
 * @example
 * new SingleServer(this, 'redis', {
 *   name: 'redis', port: 6379, container, dataDir: '/data', storage: '1Gi',
 * });
 */
export class SingleServer extends Construct {
  constructor(scope: Construct, id: string, props: SingleServerProps) {
    super(scope, id);
    const { name, port, container } = props;
    const matchLabels = selectorOf(name);
    new k8s.KubeServiceAccount(this, 'account', {
      metadata: { name },
      automountServiceAccountToken: false,
    });
    // With an address of its own: after a restart nobody has to wait for DNS to forget the old pod's.
    new k8s.KubeService(this, 'service', {
      metadata: { name },
      spec: {
        selector: matchLabels,
        ports: [{ name, port, targetPort: k8s.IntOrString.fromNumber(port) }],
      },
    });
    new k8s.KubeStatefulSet(this, 'server', {
      metadata: {
        name,
        annotations: waived(noCpuLimit, pinnedByTag, oneCopy, props.waivers ?? {}),
      },
      spec: {
        replicas: 1,
        serviceName: name,
        selector: { matchLabels },
        template: {
          metadata: {
            labels: matchLabels,
            ...(props.podAnnotations && { annotations: { ...props.podAnnotations } }),
          },
          spec: {
            ...hardenedPod,
            serviceAccountName: name,
            containers: [
              {
                ...container,
                ports: [{ name, containerPort: port }],
                volumeMounts: [
                  { name: 'data', mountPath: props.dataDir },
                  { name: 'tmp', mountPath: '/tmp' },
                  ...(container.volumeMounts ?? []),
                ],
              },
            ],
            volumes: [scratchVolume('tmp', '64Mi'), ...(props.volumes ?? [])],
          },
        },
        volumeClaimTemplates: [
          {
            metadata: { name: 'data' },
            spec: {
              accessModes: ['ReadWriteOnce'],
              resources: { requests: { storage: k8s.Quantity.fromString(props.storage) } },
            },
          },
        ],
      },
    });
  }
}
