import type { Endpoint } from '@recipe-book/envoy';

/** All local parts listen on loopback; only the ingress is meant for clients. */
export const loopback = '127.0.0.1';

/** Each instance takes a hundred ports from its ingress port on; the shared parts sit in the first hundred. */
const instanceStep = 100;
const instanceOffsets = {
  ingress: 0,
  envoyAdmin: 1,
  otlpGrpc: 2,
  otlpHttp: 3,
  collectorHealth: 4,
  probes: 5,
  otlpWeb: 6,
} as const;
const sharedOffsets = {
  redis: 50,
  mongodb: 51,
  ratelimitGrpc: 52,
  ratelimitHttp: 53,
  ratelimitDebug: 54,
  /** UDP. */
  ratelimitStatsd: 55,
  openobserve: 56,
  openobserveGrpc: 57,
} as const;

export type InstancePorts = Record<keyof typeof instanceOffsets, number>;
export type SharedPorts = Record<keyof typeof sharedOffsets, number>;

/** Ports of the n-th instance, counted from 0. */
export function instancePorts(ingressPort: number, instance: number): InstancePorts {
  return shift(instanceOffsets, ingressPort + instance * instanceStep);
}

/** Ports of the parts that all instances share. */
export function sharedPorts(ingressPort: number): SharedPorts {
  return shift(sharedOffsets, ingressPort);
}

export function onLoopback(port: number): Endpoint {
  return { address: loopback, port };
}

function shift<K extends string>(offsets: Readonly<Record<K, number>>, base: number) {
  return Object.fromEntries(
    Object.entries<number>(offsets).map(([name, offset]) => [name, base + offset]),
  ) as Record<K, number>;
}
