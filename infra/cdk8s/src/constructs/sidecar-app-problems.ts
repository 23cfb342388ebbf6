import { autoscalingProblems } from './autoscaling.ts';
import { hostProblems } from './host-ingress.ts';
import { timingProblems } from './pod-timing.ts';
import type { SidecarAppProps } from './sidecar-app-props.ts';
import { sizeProblems } from './size-problems.ts';

/** So that what is made of the name is still a name: a label has at most 63 characters (RFC 1123). */
const maxName = 40;

/** What cannot work although each part is valid alone, one sentence each. */
export function sidecarAppProblems(props: SidecarAppProps): string[] {
  return [
    ...nameProblems(props),
    ...scaleProblems(props),
    ...sizeProblems('app.size', props.app.size),
    ...sizeProblems('envoy.size', props.envoy.size),
    ...sizeProblems('collector.size', props.collector.size),
    ...timingProblems(props.timing),
    ...wayProblems(props),
    ...portProblems(props),
  ];
}

function nameProblems({ name }: SidecarAppProps): string[] {
  if (name.length <= maxName && /^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(name)) return [];
  return [
    `name is "${name}"; it must be at most ${maxName} lower-case letters, digits and dashes, a letter first.`,
  ];
}

function scaleProblems({ replicas }: SidecarAppProps): string[] {
  if (typeof replicas !== 'number') return autoscalingProblems(replicas);
  if (Number.isInteger(replicas) && replicas >= 0) return [];
  return [`replicas is ${replicas}; it must be a whole number from 0 on.`];
}

function wayProblems({ envoy, ingress, service }: SidecarAppProps): string[] {
  const problems: string[] = [];
  const { tls } = envoy.placement;
  if (tls && envoy.tlsSecret === undefined) {
    problems.push(
      'envoy.placement has tls; name the Secret with the certificate as envoy.tlsSecret.',
    );
  }
  if (!tls && envoy.tlsSecret !== undefined) {
    problems.push('envoy.tlsSecret is set; make the placement with tls, or Envoy does not use it.');
  }
  if (tls && ingress) {
    problems.push('ingress is set, where TLS ends; make the placement of Envoy without tls.');
  }
  if (ingress) problems.push(...hostProblems(ingress).map((problem) => `ingress: ${problem}`));
  if (service?.type === 'NodePort' && service.nodePort !== undefined) {
    problems.push(...nodePortProblems(service.nodePort));
  }
  return problems;
}

/** What is wrong with a port of nodes. */
export function nodePortProblems(port: number): string[] {
  if (Number.isInteger(port) && port >= 30_000 && port <= 32_767) return [];
  return [`The node port is ${port}; clusters take 30000 to 32767.`];
}

/** The containers of a pod share one network, so each port is taken once. */
function portProblems({ envoy, collector }: SidecarAppProps): string[] {
  const { ingress, probes, admin, app } = envoy.placement;
  const { grpcPort, httpPort, webPort, healthPort } = collector.placement;
  const taken = new Map<number, string>();
  const problems: string[] = [];
  for (const [port, owner] of [
    [admin.port, "Envoy's admin interface"],
    [probes.port, "Envoy's listener for probes"],
    [grpcPort, 'the Collector (OTLP over gRPC)'],
    [httpPort, 'the Collector (OTLP over HTTP)'],
    ...(webPort === undefined ? [] : [[webPort, 'the Collector (OTLP from browsers)'] as const]),
    [healthPort, "the Collector's health check"],
    [ingress.port, "Envoy's listener for clients"],
    ...('port' in app ? [[app.port, 'the app'] as const] : []),
  ] as const) {
    const other = taken.get(port);
    if (other) problems.push(`Port ${port} is taken by ${other} and by ${owner}; choose another.`);
    taken.set(port, owner);
  }
  return problems;
}
