import { components, kubernetesPlacements, type Target, targetOf } from '@recipe-book/cdk8s';
import { envoyArguments } from '@recipe-book/envoy';
import { collectorConfig } from '@recipe-book/otel-collector';
import { z } from 'zod';
import { type PodGroup, podGroupsOf } from './pod-groups.ts';
import { memoryOf, milliOf, numberAfter } from './quantities.ts';

/** What bounds a pod and the cluster as production is set up now. */
export interface Present {
  readonly envoyWorkers: number;
  readonly mostConnections: number;
  /** Traces that one Collector can hold before it decides about them, and for how long it holds each, seconds. */
  readonly traces: { readonly most: number; readonly seconds: number };
  /** Memory limit of the Collector's container in a pod, bytes. */
  readonly collectorMemory: number;
  readonly pods: number;
  readonly ratelimitReplicas: number;
  /** CPU that the Collector of a ratelimit service asks for, thousandths of a core. */
  readonly ratelimitCollector: number;
  /** What runs in the cluster beside the app and the ratelimit service. */
  readonly besides: readonly PodGroup[];
  /** API requests a second that the limit for all clients together lets pass. */
  readonly globalLimit: number;
  /** The window of the limits that most clients have, seconds. */
  readonly windowSeconds: number;
  readonly databasePool: number;
  /** Percent of the CPU that they ask for, at which the autoscaler keeps the app and Envoy. */
  readonly cpuUtilization: number;
}

/** Where nothing scales, there are as many requests as pods can take: Kubernetes' own default for autoscalers, percent. */
const usualCpuUtilization = 80;

const atRate: readonly string[] = [components.app, components.ratelimit];

/** Read from the settings and the generated configs and manifests, so that it cannot differ from them. */
export function presentOf(target: Target = targetOf('production', {})): Present {
  const { settings, options } = target;
  const { replicas } = options.app;
  return {
    envoyWorkers: numberAfter(envoyArguments(''), '--concurrency'),
    mostConnections: settings.MAX_CONNECTIONS,
    traces: tracesOf(target),
    collectorMemory: memoryOf(options.app.collectorSize.memoryLimit),
    pods: typeof replicas === 'number' ? replicas : replicas.maxReplicas,
    ratelimitReplicas: options.ratelimit.replicas,
    ratelimitCollector: milliOf(options.ratelimit.collectorSize.cpu),
    besides: podGroupsOf(target).filter(({ name }) => !atRate.includes(name)),
    globalLimit: settings.RATE_LIMIT_GLOBAL_MAX_REQUESTS,
    windowSeconds: settings.RATE_LIMIT_AUTH_WINDOW,
    databasePool: settings.DB_CONNECTION_POOL_MAX,
    cpuUtilization: typeof replicas === 'number' ? usualCpuUtilization : replicas.cpuUtilization,
  };
}

const sampling = z.object({
  decision_wait: z.string().regex(/^\d+s$/),
  num_traces: z.number(),
});

function tracesOf({ settings, options }: Target): Present['traces'] {
  const placement = kubernetesPlacements(settings, options.exposure.kind !== 'ingress').collector;
  const { tail_sampling } = collectorConfig(settings, placement).processors;
  const { decision_wait, num_traces } = sampling.parse(tail_sampling);
  return { most: num_traces, seconds: Number.parseInt(decision_wait, 10) };
}
