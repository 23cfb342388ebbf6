import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { internet } from './internet.ts';
import { selectorOf } from './labels.ts';

/** Who may connect to a port, or where a connection may go. */
export interface Peer {
  /** A component of this namespace; absent: anyone, inside the cluster or outside. */
  readonly component?: string;
  /** All pods of another namespace instead; those on the network of their node are none of it. */
  readonly namespace?: string;
  /** Public addresses alone instead: neither the cluster nor the network it is in. */
  readonly internet?: boolean;
  readonly port: number;
}

export interface TrafficProps {
  /** The component that the rules are for. */
  readonly component: string;
  /** Who may connect to it, and to which of its ports. */
  readonly from: readonly Peer[];
  /** What it may connect to, besides DNS. */
  readonly to: readonly Peer[];
}

/**
 * The connections of one component, allowed one by one; everything else stays denied (`DenyAll`).
 *
 * @example
 * new Traffic(this, 'traffic', { component: 'redis', from: [{ component: 'api', port: 6379 }], to: [] });
 */
export class Traffic extends Construct {
  constructor(scope: Construct, id: string, { component, from, to }: TrafficProps) {
    super(scope, id);
    new k8s.KubeNetworkPolicy(this, 'policy', {
      metadata: { name: component },
      spec: {
        podSelector: { matchLabels: selectorOf(component) },
        policyTypes: ['Ingress', 'Egress'],
        // An empty list would be dropped by the cluster, and so be a change at each apply.
        ...(from.length > 0 && {
          ingress: from.map((peer) => ({ ports: portOf(peer), ...sideOf('from', peer) })),
        }),
        ...(to.length > 0 && {
          egress: to.map((peer) => ({ ports: portOf(peer), ...sideOf('to', peer) })),
        }),
      },
    });
  }
}

/**
 * Denies all connections of a namespace but DNS, which may be answered by pods or by the node itself.
 * The kubelet's probes are never subject to policies.
 *
 * @example
 * new DenyAll(this, 'deny-all');
 */
export class DenyAll extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new k8s.KubeNetworkPolicy(this, 'policy', {
      metadata: { name: 'deny-all-but-dns' },
      spec: {
        podSelector: {},
        policyTypes: ['Ingress', 'Egress'],
        egress: [
          {
            ports: ['UDP', 'TCP'].map((protocol) => ({
              protocol,
              port: k8s.IntOrString.fromNumber(53),
            })),
          },
        ],
      },
    });
  }
}

function portOf({ port }: Peer): k8s.NetworkPolicyPort[] {
  return [{ protocol: 'TCP', port: k8s.IntOrString.fromNumber(port) }];
}

function sideOf(side: 'from' | 'to', { component, namespace, internet: isInternet }: Peer) {
  if (isInternet) return { [side]: internet };
  if (namespace !== undefined) {
    // The label that Kubernetes gives each namespace itself.
    const matchLabels = { 'kubernetes.io/metadata.name': namespace };
    return { [side]: [{ namespaceSelector: { matchLabels } }] };
  }
  if (component === undefined) return {};
  return { [side]: [{ podSelector: { matchLabels: selectorOf(component) } }] };
}
