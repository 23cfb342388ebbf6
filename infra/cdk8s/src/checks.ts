import { redisNodes } from '@recipe-book/settings';
import { redisProblems } from './checks/redis.ts';
import { secretsProblems } from './checks/secrets.ts';
import { sizeProblems } from './checks/sizes.ts';
import { storeProblems } from './checks/stores.ts';
import { autoscalingProblems } from './constructs/autoscaling.ts';
import { sidecarPorts } from './constructs/pod-layout.ts';
import { nodePortProblems } from './constructs/sidecar-app-problems.ts';
import type { Target } from './target.ts';

/** What cannot work in a cluster although each setting is valid alone, one sentence each. */
export function targetProblems(target: Target): string[] {
  return [
    ...portProblems(target),
    ...localhostProblems(target),
    ...redisProblems(target),
    ...proxyProblems(target),
    ...exposureProblems(target),
    ...scaleProblems(target),
    ...storeProblems(target),
    ...secretsProblems(target),
    ...sizeProblems(target),
    ...tlsProblems(target),
    ...memoryProblems(target),
  ];
}

/** The containers of a pod share one network, so each port is taken once. */
function portProblems({ settings }: Target): string[] {
  const taken = new Map<number, string>([
    [sidecarPorts.envoyAdmin, "Envoy's admin interface"],
    [sidecarPorts.envoyProbes, "Envoy's listener for probes"],
    [sidecarPorts.otlpGrpc, 'the Collector (OTLP over gRPC)'],
    [sidecarPorts.otlpHttp, 'the Collector (OTLP over HTTP)'],
    [sidecarPorts.collectorHealth, "the Collector's health check"],
  ]);
  const port = settings.INGRESS_PORT;
  const owner = taken.get(port);
  return owner ? [`INGRESS_PORT is ${port}; in a pod that port belongs to ${owner}.`] : [];
}

/** In a pod, localhost is the pod itself. */
function localhostProblems({ settings }: Target): string[] {
  const urls = ['OPENOBSERVE_URL', 'OTEL_EXPORTER_OTLP_ENDPOINT', 'S3_ENDPOINT'] as const;
  const named = urls.map((name) => [name, hostOf(settings[name])] as const);
  const redis = settings.REDIS_MODE === 'single' ? 'REDIS_URL' : 'REDIS_NODES';
  const all = [...redisNodes(settings).map(({ address }) => [redis, address] as const), ...named];
  const wrong = all.filter(([, host]) => isLoopback(host)).map(([name]) => name);
  return [...new Set(wrong)].map(
    (name) =>
      `${name} names localhost, which in a pod is the pod itself; name a host that the cluster can reach.`,
  );
}

function hostOf(url: string | undefined): string {
  return URL.parse(url ?? '')?.hostname ?? '';
}

function isLoopback(host: string): boolean {
  return /^(localhost|127\.[\d.]+|0\.0\.0\.0|\[?::1?\]?)$/.test(host);
}

/** A wrong count either puts all clients into one bucket or lets them choose their own. */
function proxyProblems({ environment, settings, options }: Target): string[] {
  const hops = settings.TRUSTED_PROXY_HOPS;
  if (options.exposure.kind === 'ingress' && hops === 0) {
    return [
      `TRUSTED_PROXY_HOPS is 0; behind the ingress controller of ${environment} it must be at least 1, or all clients share one rate limit.`,
    ];
  }
  if (options.exposure.kind !== 'ingress' && hops > 0) {
    return [
      `TRUSTED_PROXY_HOPS is ${hops}; ${environment} has no proxy in front, so it must be 0, or clients can choose their own address.`,
    ];
  }
  return [];
}

function exposureProblems({ environment, options: { exposure } }: Target): string[] {
  const { drainSeconds = 5 } = exposure;
  const isTime = Number.isInteger(drainSeconds) && drainSeconds >= 1 && drainSeconds <= 600;
  return [
    ...(exposure.kind === 'node-port' ? nodePortProblems(exposure.port) : []),
    ...(isTime
      ? []
      : [`drainSeconds is ${drainSeconds}; it must be a whole number of seconds from 1 to 600.`]),
  ].map((text) => `exposure of ${environment}: ${text}`);
}

function scaleProblems({ environment, options: { app } }: Target): string[] {
  if (typeof app.replicas === 'number') return [];
  return autoscalingProblems(app.replicas).map((text) => `app.replicas of ${environment}: ${text}`);
}

function tlsProblems({ settings }: Target): string[] {
  return [
    ...(settings.TLS_CERT_FILE === undefined
      ? []
      : ['TLS_CERT_FILE names a file of this machine; for pods name a Secret as "tlsSecret".']),
    ...(settings.ENABLE_HTTP3
      ? ['ENABLE_HTTP3 is true; the manifests open no port of UDP, so it must be false.']
      : []),
  ];
}

function memoryProblems({ environment, settings, options }: Target): string[] {
  const limit = settings.ENVOY_MEMORY_LIMIT;
  const { memory } = options.app.envoySize;
  if (limit >= Number.parseInt(memory, 10) * 1024 ** 2) return [];
  return [
    `ENVOY_MEMORY_LIMIT is ${limit / 1024 ** 2} MiB; in ${environment} it must not be below the ${memory} that the container asks for.`,
  ];
}
