import { k8s } from 'cdk8s-plus-27';

/** A probe that asks a path over HTTP. */
export function httpProbe(port: number, path: string, timing: Partial<k8s.Probe>): k8s.Probe {
  return { httpGet: { path, port: k8s.IntOrString.fromNumber(port) }, ...timing };
}

/** A probe that only connects. */
export function tcpProbe(port: number, timing: Partial<k8s.Probe>): k8s.Probe {
  return { tcpSocket: { port: k8s.IntOrString.fromNumber(port) }, ...timing };
}
