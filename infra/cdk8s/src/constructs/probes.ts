import { k8s } from 'cdk8s-plus-27';

/** A probe that asks a path over HTTP. */
export function httpProbe(
  port: number,
  path: string,
  timing: Partial<k8s.Probe>,
  scheme?: 'HTTPS',
): k8s.Probe {
  const ask = { path, port: k8s.IntOrString.fromNumber(port), ...(scheme && { scheme }) };
  return { httpGet: ask, ...timing };
}

/** A probe that only connects. */
export function tcpProbe(port: number, timing: Partial<k8s.Probe>): k8s.Probe {
  return { tcpSocket: { port: k8s.IntOrString.fromNumber(port) }, ...timing };
}
