import { envoyArguments } from '@recipe-book/envoy';
import type { k8s } from 'cdk8s-plus-27';
import { paths } from '../names.ts';
import { hardenedContainer } from './hardening.ts';
import { podIdentity } from './pod-identity.ts';
import { tcpProbe } from './probes.ts';
import { socketMounts } from './scratch.ts';
import type { SidecarAppProps } from './sidecar-app-props.ts';
import { resources } from './size.ts';

export const envoyFile = 'envoy.json';

/**
 * Envoy as a native sidecar: it starts before the app and ends after it.
 * @param mounts its config and its certificate.
 */
export function envoyContainer(
  { name, app, envoy }: SidecarAppProps,
  mounts: readonly k8s.VolumeMount[],
): k8s.Container {
  const port = envoy.ingressPort;
  return {
    ...hardenedContainer,
    name: 'envoy',
    image: envoy.image,
    command: ['envoy'],
    args: [
      ...envoyArguments(`${paths.envoyConfig}/${envoyFile}`),
      ...['--service-cluster', name],
      ...['--service-node', '$(POD_NAME)'],
    ],
    env: [...podIdentity, ...(envoy.env ?? [])],
    ports: [
      { name: 'http', containerPort: port },
      { name: 'probes', containerPort: envoy.probesPort },
    ],
    resources: resources(envoy.size),
    volumeMounts: [...mounts, ...socketMounts(app.socketDir)],
    // The admin interface is on loopback, so the kubelet asks the listener itself.
    startupProbe: tcpProbe(port, { periodSeconds: 1, failureThreshold: 60 }),
    livenessProbe: tcpProbe(port, { periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 3 }),
    lifecycle: { preStop: { exec: { command: ['/bin/bash', '-c', drain(envoy.adminPort)] } } },
  };
}

/**
 * Runs when the pod begins to end, at the same time as the app's own preStop: clients are asked to
 * close their connections, but none is refused, so whatever still arrives reaches the app.
 * Bash speaks to the admin interface because the image has neither curl nor wget.
 */
function drain(adminPort: number): string {
  const request = [
    'POST /drain_listeners?graceful&skip_exit HTTP/1.1',
    'Host: envoy',
    'Content-Length: 0',
    'Connection: close',
    '',
    '',
  ].join('\\r\\n');
  return `exec 3<>/dev/tcp/127.0.0.1/${adminPort} && printf '${request}' >&3 && timeout 5 cat <&3`;
}
