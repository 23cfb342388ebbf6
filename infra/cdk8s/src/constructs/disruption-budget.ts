import { k8s } from 'cdk8s-plus-27';

/**
 * One pod at most is ended on purpose at a time. One that is not ready may always be: it serves nobody, and
 * must not keep its node from being drained (Kubernetes: unhealthyPodEvictionPolicy).
 */
export function disruptionBudget(matchLabels: Record<string, string>): k8s.PodDisruptionBudgetSpec {
  return {
    maxUnavailable: k8s.IntOrString.fromNumber(1),
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
    selector: { matchLabels },
  };
}
