import { redisNodes } from '@recipe-book/settings';
import { sidecarPorts } from '../constructs/pod-layout.ts';
import type { Target } from '../target.ts';

/** Ports and hosts that are something else in a pod. */
export function addressProblems(target: Target): string[] {
  return [...portProblems(target), ...localhostProblems(target)];
}

/** The containers of a pod share one network, so each port is taken once. */
function portProblems({ settings }: Target): string[] {
  const taken = new Map<number, string>([
    [sidecarPorts.envoyAdmin, "Envoy's admin interface"],
    [sidecarPorts.envoyProbes, "Envoy's listener for probes"],
    [sidecarPorts.otlpGrpc, 'the Collector (OTLP over gRPC)'],
    [sidecarPorts.otlpHttp, 'the Collector (OTLP over HTTP)'],
    [sidecarPorts.otlpWeb, 'the Collector (OTLP from browsers)'],
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
