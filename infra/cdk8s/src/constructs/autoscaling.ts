import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';

/** How many pods there are, by how much they have to do. */
export interface Autoscaling {
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /**
   * Percent of the CPU that they ask for, on average over the pods, at which the app and Envoy are to be
   * kept; whichever is further above decides. Needs metrics-server, or another source of resource metrics.
   */
  readonly cpuUtilization: number;
  /** Requests as a second measure; the larger number of pods counts. */
  readonly requestRate?: RequestRate;
}

/** A metric of requests per second that something else provides: the cluster knows none by itself. */
export interface RequestRate {
  /**
   * `pods`: a metric of each pod, from an adapter that serves custom.metrics.k8s.io, such as prometheus-adapter.
   * `external`: a metric of all pods together, from one that serves external.metrics.k8s.io, such as KEDA.
   */
  readonly source: 'pods' | 'external';
  /** Its name at that adapter. */
  readonly metric: string;
  /** Labels that pick the series out, where the adapter has several under that name. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Requests per second that one pod is to take. */
  readonly perPod: number;
}

export interface AutoscalerProps extends Autoscaling {
  /** Name of the Deployment, and of the autoscaler itself. */
  readonly name: string;
  /** Containers whose CPU counts. */
  readonly containers: readonly string[];
}

/**
 * A HorizontalPodAutoscaler for a Deployment of the same name. More pods come at once, at most twice as
 * many in half a minute; one goes a minute, when no more were needed in the last five.
 *
 * CPU is measured container by container, because that of a whole pod would hide a busy app behind idle sidecars.
 *
 * @example
 * new Autoscaler(this, 'autoscaler', {
 *   name: 'greeter', containers: ['app'], minReplicas: 2, maxReplicas: 10, cpuUtilization: 70,
 * });
 */
export class Autoscaler extends Construct {
  constructor(scope: Construct, id: string, props: AutoscalerProps) {
    super(scope, id);
    const { name, containers, minReplicas, maxReplicas, cpuUtilization, requestRate } = props;
    new k8s.KubeHorizontalPodAutoscalerV2(this, 'autoscaler', {
      metadata: { name },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        minReplicas,
        maxReplicas,
        metrics: [
          ...containers.map((container) => cpu(container, cpuUtilization)),
          ...(requestRate ? [requests(requestRate)] : []),
        ],
        behavior,
      },
    });
  }
}

const behavior: k8s.HorizontalPodAutoscalerBehaviorV2 = {
  scaleUp: {
    stabilizationWindowSeconds: 0,
    // A few pods may double, many grow by as many: whichever is more.
    selectPolicy: 'Max',
    policies: [
      { type: 'Percent', value: 100, periodSeconds: 30 },
      { type: 'Pods', value: 2, periodSeconds: 30 },
    ],
  },
  scaleDown: {
    stabilizationWindowSeconds: 300,
    policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }],
  },
};

function cpu(container: string, averageUtilization: number): k8s.MetricSpecV2 {
  const target = { type: 'Utilization', averageUtilization };
  return { type: 'ContainerResource', containerResource: { container, name: 'cpu', target } };
}

function requests({ source, metric: name, labels, perPod }: RequestRate): k8s.MetricSpecV2 {
  const metric = { name, ...(labels && { selector: { matchLabels: { ...labels } } }) };
  const target = { type: 'AverageValue', averageValue: k8s.Quantity.fromNumber(perPod) };
  return source === 'pods'
    ? { type: 'Pods', pods: { metric, target } }
    : { type: 'External', external: { metric, target } };
}

/** What cannot work, one sentence each. */
export function autoscalingProblems(autoscaling: Autoscaling): string[] {
  const { minReplicas, maxReplicas, cpuUtilization, requestRate } = autoscaling;
  const problems: string[] = [];
  if (!isCount(minReplicas)) {
    problems.push(`minReplicas is ${minReplicas}; it must be a whole number from 1 on.`);
  }
  if (!Number.isInteger(maxReplicas) || maxReplicas < minReplicas) {
    problems.push(
      `maxReplicas is ${maxReplicas}; it must be a whole number not below minReplicas, which is ${minReplicas}.`,
    );
  }
  if (!isCount(cpuUtilization) || cpuUtilization > 100) {
    problems.push(
      `cpuUtilization is ${cpuUtilization}; it must be a whole number of percent from 1 to 100.`,
    );
  }
  if (requestRate && !(requestRate.perPod > 0)) {
    problems.push(`requestRate.perPod is ${requestRate.perPod}; it must be above 0.`);
  }
  return problems;
}

/** Whether it can be a number of pods. */
export function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}
