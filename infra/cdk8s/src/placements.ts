import type { EnvoyPlacement, RateLimitPlacement, TlsFiles } from '@recipe-book/envoy';
import type { CollectorPlacement } from '@recipe-book/otel-collector';
import type { RedisPlacement } from '@recipe-book/redis';
import { redisNodes, type Settings } from '@recipe-book/settings';
import { components, paths, ports } from './names.ts';

/** All that the generated configs need to know of Kubernetes: addresses, ports and folders. */
export interface KubernetesPlacements {
  readonly envoy: EnvoyPlacement;
  readonly ratelimit: RateLimitPlacement;
  readonly collector: CollectorPlacement;
  readonly redis: RedisPlacement;
  /** Of each Sentinel, where the environment has its own. */
  readonly sentinel: RedisPlacement;
}

/** Unix socket of the app, in the folder that it shares with Envoy. */
export const appSocket = `${paths.appSockets}/app.sock`;

const loopback = '127.0.0.1';
const anywhere = '0.0.0.0';

/** Name of the file that names the certificate to Envoy. */
export const secretFile = 'tls.json';

/** A Secret of type kubernetes.io/tls, as Envoy sees it. */
const tlsFiles: TlsFiles = {
  certificate: `${paths.envoyTls}/tls.crt`,
  key: `${paths.envoyTls}/tls.key`,
  secretFile: `${paths.envoySecrets}/${secretFile}`,
};

/**
 * The only placements that the charts use.
 * @param settings those of a target (`targetOf`), whose Redis is the one seen from a pod.
 * @param tls whether Envoy itself takes TLS from clients.
 */
export function kubernetesPlacements(settings: Settings, tls = false): KubernetesPlacements {
  return {
    envoy: {
      ingress: { address: anywhere, port: settings.INGRESS_PORT },
      ...(tls && { tls: tlsFiles }),
      probes: { address: anywhere, port: ports.envoyProbes },
      admin: { address: loopback, port: ports.envoyAdmin },
      app: { path: appSocket },
      ratelimit: { address: components.ratelimit, port: ports.ratelimitGrpc },
      ratelimitProbePort: ports.ratelimitHttp,
      collector: { address: loopback, port: ports.otlpGrpc },
      routesDir: paths.envoyRoutes,
      ...(settings.API_KEYS_FILE !== undefined && { apiKeysDir: paths.envoyApiKeys }),
    },
    ratelimit: {
      grpc: { address: anywhere, port: ports.ratelimitGrpc },
      http: { address: anywhere, port: ports.ratelimitHttp },
      debug: { address: loopback, port: ports.ratelimitDebug },
      redis: redisNodes(settings),
      runtimeRoot: paths.ratelimitRoot,
    },
    collector: {
      address: loopback,
      grpcPort: ports.otlpGrpc,
      httpPort: ports.otlpHttp,
      healthAddress: anywhere,
      healthPort: ports.collectorHealth,
      filesDir: paths.collectorFiles,
    },
    redis: { address: anywhere, port: ports.redis, dataDir: paths.data },
    sentinel: { address: anywhere, port: ports.sentinel, dataDir: paths.redisRun },
  };
}
