import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { disruptionBudget } from './disruption-budget.ts';
import { pinnedByTag } from './hardening.ts';
import { selectorOf } from './labels.ts';
import { noCpuLimit } from './size.ts';
import { type StatefulPodsProps, statefulPods } from './stateful-pods.ts';
import { type Waivers, waived } from './waivers.ts';

export interface ServerGroupProps extends StatefulPodsProps {
  readonly replicas: number;
  /** Checks of linters that do not hold for the pods, besides those of the construct itself. */
  readonly waivers?: Waivers;
}

/**
 * Several servers that know each other by name, such as `redis-0.redis`, whatever address their pods have.
 * They start at the same time, on different nodes where there are several, and are ended one at a time.
 *
 * @example
 * new ServerGroup(this, 'redis', {
 *   name: 'redis', replicas: 3, port: 6379, container, dataDir: '/data', storage: '1Gi',
 * });
 */
export class ServerGroup extends Construct {
  constructor(scope: Construct, id: string, props: ServerGroupProps) {
    super(scope, id);
    const { name, port, replicas } = props;
    const matchLabels = selectorOf(name);
    new k8s.KubeServiceAccount(this, 'account', {
      metadata: { name },
      automountServiceAccountToken: false,
    });
    new k8s.KubeService(this, 'service', {
      metadata: { name },
      spec: {
        clusterIp: 'None',
        // They have to find each other before they can be ready.
        publishNotReadyAddresses: true,
        selector: matchLabels,
        ports: [{ name, port, targetPort: k8s.IntOrString.fromNumber(port) }],
      },
    });
    new k8s.KubePodDisruptionBudget(this, 'budget', {
      metadata: { name },
      spec: disruptionBudget(matchLabels),
    });
    new k8s.KubeStatefulSet(this, 'servers', {
      metadata: { name, annotations: waived(noCpuLimit, pinnedByTag, props.waivers ?? {}) },
      spec: {
        ...statefulPods(props, replicas, { affinity: { podAntiAffinity: apart(matchLabels) } }),
        podManagementPolicy: 'Parallel',
      },
    });
  }
}

/** On nodes of their own and, as far as there are some, in zones of their own; on one rather than nowhere. */
function apart(matchLabels: Record<string, string>): k8s.PodAntiAffinity {
  const by = (topologyKey: string, weight: number): k8s.WeightedPodAffinityTerm => ({
    weight,
    podAffinityTerm: { topologyKey, labelSelector: { matchLabels } },
  });
  return {
    preferredDuringSchedulingIgnoredDuringExecution: [
      by('kubernetes.io/hostname', 100),
      by('topology.kubernetes.io/zone', 50),
    ],
  };
}

/** The names of the servers of a group, the first one first, as all of its namespace know them. */
export function groupMembers(name: string, replicas: number): string[] {
  return Array.from({ length: replicas }, (_, at) => `${name}-${at}.${name}`);
}
