import type { k8s } from 'cdk8s-plus-27';
import type { Waivers } from './waivers.ts';

/** Spreads the pods of a component over nodes and zones where there are several. */
export function spread(matchLabels: Record<string, string>): k8s.TopologySpreadConstraint[] {
  return ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'].map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels },
    // Without this, the pods of the old version count during a rollout and the new ones end up uneven.
    matchLabelKeys: ['pod-template-hash'],
  }));
}

/** For workloads whose pods are spread like that. */
export function spreadAlready(kind: 'deployment' | 'statefulset'): Waivers {
  const reason = 'topologySpreadConstraints spread the pods, over zones too.';
  return { 'kube-score': { [`${kind}-has-host-podantiaffinity`]: reason } };
}
