import type { k8s } from 'cdk8s-plus-27';

/**
 * Spreads the pods of a component over nodes and zones where there are several.
 * @param versionLabel label that tells the versions of a pod apart; default: that of Deployments.
 */
export function spread(
  matchLabels: Record<string, string>,
  versionLabel = 'pod-template-hash',
): k8s.TopologySpreadConstraint[] {
  return ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'].map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels },
    // Without this, the pods of the old version count during a rollout and the new ones end up uneven.
    matchLabelKeys: [versionLabel],
  }));
}
