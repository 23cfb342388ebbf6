import { kubernetesPlacements, type Target, targetOf } from '@recipe-book/cdk8s';
import { envoyArguments } from '@recipe-book/envoy';
import { collectorConfig } from '@recipe-book/otel-collector';
import { z } from 'zod';

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
  /** API requests a second that the limit for all clients together lets pass. */
  readonly globalLimit: number;
  readonly databasePool: number;
  /** Percent of the CPU that they ask for, at which the autoscaler keeps the app and Envoy. */
  readonly cpuUtilization: number;
}

/** Where nothing scales, there are as many requests as pods can take: Kubernetes' own default for autoscalers, percent. */
const usualCpuUtilization = 80;

/** Read from the settings and the generated configs, so that it cannot differ from them. */
export function presentOf(target: Target = targetOf('production', {})): Present {
  const { settings, options } = target;
  const { replicas } = options.app;
  return {
    envoyWorkers: Number(after(envoyArguments(''), '--concurrency')),
    mostConnections: settings.MAX_CONNECTIONS,
    traces: tracesOf(target),
    collectorMemory: bytesOf(options.app.collectorSize.memoryLimit),
    pods: typeof replicas === 'number' ? replicas : replicas.maxReplicas,
    ratelimitReplicas: options.ratelimit.replicas,
    globalLimit: settings.RATE_LIMIT_GLOBAL_MAX_REQUESTS,
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

/** Sizes have Mi or Gi. */
function bytesOf(size: string): number {
  return Number.parseInt(size, 10) * 1024 ** (size.endsWith('Gi') ? 3 : 2);
}

function after(words: readonly string[], flag: string): string | undefined {
  return words[words.indexOf(flag) + 1];
}
