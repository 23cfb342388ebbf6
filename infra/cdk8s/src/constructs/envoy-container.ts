import { envoyArguments } from '@recipe-book/envoy';
import type { k8s } from 'cdk8s-plus-27';
import { hardenedContainer } from './hardening.ts';
import { podIdentity } from './pod-identity.ts';
import { sidecarPaths } from './pod-layout.ts';
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
  { name, envoy }: SidecarAppProps,
  mounts: readonly k8s.VolumeMount[],
): k8s.Container {
  const { ingress, probes, admin } = envoy.placement;
  const { port } = ingress;
  return {
    ...hardenedContainer,
    name: 'envoy',
    image: envoy.image,
    command: ['envoy'],
    args: [
      ...envoyArguments(`${sidecarPaths.envoyConfig}/${envoyFile}`),
      ...['--service-cluster', name],
      ...['--service-node', '$(POD_NAME)'],
    ],
    env: [...podIdentity, ...(envoy.env ?? [])],
    ports: [
      { name: 'http', containerPort: port },
      { name: 'probes', containerPort: probes.port },
    ],
    resources: resources(envoy.size),
    volumeMounts: [...mounts, ...socketMounts(envoy.placement)],
    // The admin interface is on loopback, so the kubelet asks the listener itself.
    startupProbe: tcpProbe(port, { periodSeconds: 1, failureThreshold: 60 }),
    livenessProbe: tcpProbe(port, { periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 3 }),
    lifecycle: {
      preStop: {
        exec: {
          command: ['/bin/bash', '-c', drain({ adminPort: admin.port, probesPort: probes.port })],
        },
      },
    },
  };
}

/**
 * Runs when the pod begins to end, at the same time as the app's own preStop: clients are asked to
 * close their connections, but none is refused, so whatever still arrives reaches the app. It lasts
 * until the app is gone and its last answers are with the clients, because then Envoy is ended. One missed
 * answer is not enough for that: an app that has much to do may miss one, so it takes three in a row.
 * Bash speaks HTTP itself because the image has neither curl nor wget.
 */
export function drain(ports: { readonly adminPort: number; readonly probesPort: number }): string {
  const { adminPort, probesPort } = ports;
  const busy = '^http.ingress.downstream_(rq_active|cx_tx_bytes_buffered)$';
  return `ask() {
  exec 3<>/dev/tcp/127.0.0.1/$1 &&
  printf "$2 %s HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 0\\r\\nConnection: close\\r\\n\\r\\n" "$3" >&3
}
app_lives() { ask ${probesPort} GET /health/live && read -r -t 5 -u 3 status && [[ $status == *' 200 '* ]]; }
busy() { ask ${adminPort} GET '/stats?filter=${busy}' && timeout 5 cat <&3 | grep -q ': [1-9]'; }
ask ${adminPort} POST '/drain_listeners?graceful&skip_exit' && timeout 5 cat <&3
quiet=0
while [ $quiet -lt 3 ]; do
  if app_lives || busy; then quiet=0; else quiet=$((quiet + 1)); fi
  sleep 0.3
done
`;
}
