import { ApiObject, JsonPatch } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { disruptionBudget } from './disruption-budget.ts';
import { hardenedPod, pinnedByTag } from './hardening.ts';
import { selectorOf } from './labels.ts';
import { noCpuLimit } from './size.ts';
import { spread, spreadAlready } from './spread.ts';
import { type Waivers, waived } from './waivers.ts';

/** A container that starts before the main one and ends after it. */
export interface Sidecar {
  readonly container: k8s.Container;
  /** How long it goes on as before when its pod begins to end, seconds; default: it has its own preStop, or none. */
  readonly preStopSeconds?: number;
}

export interface SteadyDeploymentProps {
  /** Name of the Deployment, the ServiceAccount and the budget. */
  readonly name: string;
  /** Left out, an autoscaler decides: a number here would be fought over at each apply. */
  readonly replicas?: number;
  /** Labels of the pods besides the ones that select them. */
  readonly podLabels?: Readonly<Record<string, string>>;
  /** Annotations of the pods; another value rolls them. */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /** Name of an existing PriorityClass; default: that of the cluster. */
  readonly priorityClass?: string;
  /** Native sidecars, in the order in which they start; they end in the reverse order. */
  readonly sidecars?: readonly Sidecar[];
  readonly container: k8s.Container;
  readonly volumes: readonly k8s.Volume[];
  /** How long the container goes on as before when its pod begins to end, seconds. */
  readonly preStopSeconds: number;
  readonly terminationGracePeriodSeconds: number;
  /** Checks of linters that do not hold for the pods, besides those of the construct itself. */
  readonly waivers?: Waivers;
}

/**
 * A Deployment that never has fewer ready pods than asked for while it rolls, with its own
 * ServiceAccount and a disruption budget.
 *
 * Native sidecars and the sleeping preStop are newer than the API of cdk8s-plus-27, so these fields
 * are patched in. Its KubeDeployment would drop them again, so the object itself is a plain one.
 *
 * @example
 * new SteadyDeployment(this, 'deployment', {
 *   name: 'ratelimit', replicas: 2, container, volumes: [config.volume],
 *   preStopSeconds: 5, terminationGracePeriodSeconds: 20,
 * });
 */
export class SteadyDeployment extends Construct {
  constructor(scope: Construct, id: string, props: SteadyDeploymentProps) {
    super(scope, id);
    const { name, container, sidecars = [] } = props;
    const matchLabels = selectorOf(name);
    new k8s.KubeServiceAccount(this, 'account', {
      metadata: { name },
      automountServiceAccountToken: false,
    });
    new k8s.KubePodDisruptionBudget(this, 'budget', {
      metadata: { name },
      spec: disruptionBudget(matchLabels),
    });
    const deployment = new ApiObject(this, 'deployment', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name,
        annotations: waived(noCpuLimit, pinnedByTag, copies(props.replicas), props.waivers ?? {}),
      },
      spec: k8s.toJson_DeploymentSpec({
        ...(props.replicas !== undefined && { replicas: props.replicas }),
        selector: { matchLabels },
        strategy: steady,
        template: {
          metadata: {
            labels: { ...props.podLabels, ...matchLabels },
            ...(props.podAnnotations && { annotations: { ...props.podAnnotations } }),
          },
          spec: {
            ...hardenedPod,
            serviceAccountName: name,
            ...(props.priorityClass !== undefined && { priorityClassName: props.priorityClass }),
            terminationGracePeriodSeconds: props.terminationGracePeriodSeconds,
            topologySpreadConstraints: spread(matchLabels),
            ...(sidecars.length > 0 && {
              initContainers: sidecars.map((sidecar) => sidecar.container),
            }),
            containers: [container],
            volumes: [...props.volumes],
          },
        },
      }),
    });
    const pod = '/spec/template/spec';
    deployment.addJsonPatch(
      ...sidecars.flatMap(({ preStopSeconds }, at) => {
        const path = `${pod}/initContainers/${at}`;
        return [
          JsonPatch.add(`${path}/restartPolicy`, 'Always'),
          ...(preStopSeconds === undefined ? [] : [sleepAtEnd(path, preStopSeconds)]),
        ];
      }),
      sleepAtEnd(`${pod}/containers/0`, props.preStopSeconds),
    );
  }
}

/** A preStop for the container at this path. */
function sleepAtEnd(path: string, seconds: number): JsonPatch {
  return JsonPatch.add(`${path}/lifecycle`, { preStop: { sleep: { seconds } } });
}

/** For as many pods as are asked for; more than one are spread. */
function copies(replicas = 2): Waivers {
  if (replicas > 1) return spreadAlready('deployment');
  const reason = 'Who asks for a single pod takes it that it is away while it moves.';
  return { 'kube-score': { 'deployment-replicas': reason } };
}

/** One new pod at a time, and an old one goes only when the new one is ready. */
const steady: k8s.DeploymentStrategy = {
  type: 'RollingUpdate',
  rollingUpdate: {
    maxUnavailable: k8s.IntOrString.fromNumber(0),
    maxSurge: k8s.IntOrString.fromNumber(1),
  },
};
