import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { pinnedByTag } from './hardening.ts';
import { selectorOf } from './labels.ts';
import { noCpuLimit } from './size.ts';
import { type StatefulPodsProps, statefulPods } from './stateful-pods.ts';
import { type Waivers, waived } from './waivers.ts';

export interface SingleServerProps extends StatefulPodsProps {
  readonly dataDir: string;
  readonly storage: string;
  /** Whether the name of the Service leads the server to itself, even while it is not ready; default: no. */
  readonly ownName?: boolean;
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
    const { name, port, ownName = false } = props;
    new k8s.KubeServiceAccount(this, 'account', {
      metadata: { name },
      automountServiceAccountToken: false,
    });
    // With an address of its own: after a restart nobody has to wait for DNS to forget the old pod's.
    new k8s.KubeService(this, 'service', {
      metadata: { name },
      spec: {
        selector: selectorOf(name),
        ports: [{ name, port, targetPort: k8s.IntOrString.fromNumber(port) }],
      },
    });
    const toItself = { hostAliases: [{ ip: '127.0.0.1', hostnames: [name] }] };
    new k8s.KubeStatefulSet(this, 'server', {
      metadata: {
        name,
        annotations: waived(noCpuLimit, pinnedByTag, oneCopy, props.waivers ?? {}),
      },
      spec: statefulPods(props, 1, ownName ? toItself : {}),
    });
  }
}
