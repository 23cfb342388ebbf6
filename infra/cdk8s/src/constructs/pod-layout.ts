import type { Endpoint, EnvoyPlacement, SocketPath, TlsFiles } from '@recipe-book/envoy';
import type { CollectorPlacement } from '@recipe-book/otel-collector';

const loopback = '127.0.0.1';
const anywhere = '0.0.0.0';

/** Ports that the sidecars of a pod take; an app on a TCP port needs another one. */
export const sidecarPorts = {
  /** Loopback. */
  envoyAdmin: 9901,
  /** For the kubelet alone. */
  envoyProbes: 9902,
  /** Loopback. */
  otlpGrpc: 4317,
  /** Loopback. */
  otlpHttp: 4318,
  /** Loopback; what browsers send. */
  otlpWeb: 4319,
  collectorHealth: 13_133,
  /** Loopback, UDP; beside a ratelimit service. */
  statsd: 8125,
} as const;

/** Folders in the containers of the sidecars. */
export const sidecarPaths = {
  envoyConfig: '/etc/envoy',
  envoyRoutes: '/etc/envoy-routes',
  envoyApiKeys: '/etc/envoy-api-keys',
  /** Where the Secret with the certificate is mounted. */
  envoyTls: '/etc/envoy-tls',
  /** Where the file is that names the certificate. */
  envoySecrets: '/etc/envoy-secrets',
  collectorConfig: '/etc/otel-collector',
  collectorFiles: '/var/lib/otel-collector',
  collectorQueue: '/var/lib/otel-collector-queue',
} as const;

/** A Secret of type kubernetes.io/tls, as Envoy sees it. */
const tlsFiles: TlsFiles = {
  certificate: `${sidecarPaths.envoyTls}/tls.crt`,
  key: `${sidecarPaths.envoyTls}/tls.key`,
  secretFile: `${sidecarPaths.envoySecrets}/tls.json`,
};

/** What differs between the pods of two apps. */
export interface PodLayout {
  /** Port for clients. */
  readonly ingressPort: number;
  /** Where the app listens: a Unix socket in a folder of its own, or a port on loopback. */
  readonly app: Endpoint | SocketPath;
  /** The Service of the ratelimit service. */
  readonly ratelimit: {
    readonly name: string;
    readonly grpcPort: number;
    readonly httpPort: number;
  };
  /** Whether Envoy itself takes TLS from clients. */
  readonly tls?: boolean;
  /** Whether Envoy knows API keys. */
  readonly apiKeys?: boolean;
}

/**
 * Addresses, ports and folders of the sidecars, for the configs that are generated for them and for the
 * `SidecarApp` that runs them.
 *
 * @example
 * const placements = podPlacements({
 *   ingressPort: 8080,
 *   app: { path: '/run/greeter/app.sock' },
 *   ratelimit: { name: 'ratelimit', grpcPort: 8081, httpPort: 8080 },
 * });
 * const config = envoyBootstrap(settings, placements.envoy, product);
 */
export function podPlacements(layout: PodLayout): {
  readonly envoy: EnvoyPlacement;
  readonly collector: CollectorPlacement;
} {
  const { ingressPort, app, ratelimit, tls = false, apiKeys = false } = layout;
  return {
    envoy: {
      ingress: { address: anywhere, port: ingressPort },
      ...(tls && { tls: tlsFiles }),
      probes: { address: anywhere, port: sidecarPorts.envoyProbes },
      admin: { address: loopback, port: sidecarPorts.envoyAdmin },
      app,
      ratelimit: { address: ratelimit.name, port: ratelimit.grpcPort },
      ratelimitProbePort: ratelimit.httpPort,
      collector: { address: loopback, port: sidecarPorts.otlpGrpc },
      webTelemetry: { address: loopback, port: sidecarPorts.otlpWeb },
      routesDir: sidecarPaths.envoyRoutes,
      ...(apiKeys && { apiKeysDir: sidecarPaths.envoyApiKeys }),
    },
    collector: {
      address: loopback,
      grpcPort: sidecarPorts.otlpGrpc,
      httpPort: sidecarPorts.otlpHttp,
      webPort: sidecarPorts.otlpWeb,
      healthAddress: anywhere,
      healthPort: sidecarPorts.collectorHealth,
      filesDir: sidecarPaths.collectorFiles,
      queueDir: sidecarPaths.collectorQueue,
    },
  };
}
