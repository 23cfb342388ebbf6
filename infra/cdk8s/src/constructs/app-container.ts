import type { k8s } from 'cdk8s-plus-27';
import { hardenedContainer } from './hardening.ts';
import { podIdentity } from './pod-identity.ts';
import { wholeSeconds } from './pod-timing.ts';
import { httpProbe } from './probes.ts';
import { socketMounts } from './scratch.ts';
import type { SidecarAppProps } from './sidecar-app-props.ts';
import { resources } from './size.ts';

/** Volume that the app may write to. */
export const appTmp = 'app-tmp';

/**
 * Only Envoy reaches the app, so the kubelet asks it through Envoy: whether it is ready where clients
 * connect, since a pod whose Envoy is overloaded shall get fewer of them; whether it lives where an
 * overload does not matter, since it would not pass by ending the app.
 */
export function appContainer({ app, envoy, timing }: SidecarAppProps): k8s.Container {
  const { ingress, probes, tls } = envoy.placement;
  // Envoy waits a second longer than the app's own checks take, and the kubelet longer than Envoy.
  const timeoutSeconds = wholeSeconds(timing.healthCheckTimeout) + 2;
  const probe = (path: string, periodSeconds: number, failureThreshold: number) =>
    httpProbe(probes.port, path, { periodSeconds, failureThreshold, timeoutSeconds });
  const ready = { periodSeconds: 5, failureThreshold: 2, timeoutSeconds };
  return {
    ...hardenedContainer,
    name: 'app',
    image: app.image,
    env: [...podIdentity, ...app.env],
    resources: resources(app.size),
    volumeMounts: [
      { name: appTmp, mountPath: '/tmp' },
      ...socketMounts(envoy.placement),
      ...(app.mounts ?? []),
    ],
    // Two minutes for the database to come up; the others begin when this one has succeeded.
    startupProbe: probe('/health/startup', 2, 60),
    livenessProbe: probe('/health/live', 10, 3),
    readinessProbe: httpProbe(ingress.port, '/health/ready', ready, tls && 'HTTPS'),
  };
}
