import {
  type EnvoyPlacement,
  type RateLimitPlacement,
  rateLimitServiceName,
} from '@recipe-book/envoy';
import type { CollectorPlacement } from '@recipe-book/otel-collector';
import type { RedisPlacement } from '@recipe-book/redis';
import { redisNodes, type Settings } from '@recipe-book/settings';
import { podPlacements, sidecarPorts } from './constructs/pod-layout.ts';
import { components, paths, ports } from './names.ts';
import { telemetryBackend } from './target.ts';

/** All that the generated configs need to know of Kubernetes: addresses, ports and folders. */
export interface KubernetesPlacements {
  readonly envoy: EnvoyPlacement;
  readonly ratelimit: RateLimitPlacement;
  readonly collector: CollectorPlacement;
  /** Of the pods of the ratelimit service, which have one where telemetry goes somewhere. */
  readonly ratelimitCollector: CollectorPlacement;
  readonly redis: RedisPlacement;
  /** Of each Sentinel, where the environment has its own. */
  readonly sentinel: RedisPlacement;
}

/** Unix socket of the app, in the folder that it shares with Envoy. */
export const appSocket = `${paths.appSockets}/app.sock`;

const loopback = '127.0.0.1';
const anywhere = '0.0.0.0';

/**
 * The only placements that the charts use.
 * @param settings those of a target (`targetOf`), whose Redis is the one seen from a pod.
 * @param tls whether Envoy itself takes TLS from clients.
 */
export function kubernetesPlacements(settings: Settings, tls = false): KubernetesPlacements {
  const pod = podPlacements({
    ingressPort: settings.INGRESS_PORT,
    app: { path: appSocket },
    ratelimit: {
      name: components.ratelimit,
      grpcPort: ports.ratelimitGrpc,
      httpPort: ports.ratelimitHttp,
    },
    tls,
    apiKeys: settings.API_KEYS_FILE !== undefined,
  });
  const onLoopback = (port: number) => ({ address: loopback, port });
  const { webPort: _, ...collectorWithoutBrowsers } = pod.collector;
  return {
    ...pod,
    ratelimitCollector: {
      ...collectorWithoutBrowsers,
      statsd: { port: sidecarPorts.statsd, service: rateLimitServiceName() },
    },
    ratelimit: {
      grpc: { address: anywhere, port: ports.ratelimitGrpc },
      http: { address: anywhere, port: ports.ratelimitHttp },
      debug: onLoopback(ports.ratelimitDebug),
      redis: redisNodes(settings),
      runtimeRoot: paths.ratelimitRoot,
      ...(telemetryBackend(settings) !== undefined && {
        telemetry: {
          otlp: onLoopback(sidecarPorts.otlpGrpc),
          statsd: onLoopback(sidecarPorts.statsd),
        },
      }),
    },
    redis: { address: anywhere, port: ports.redis, dataDir: paths.data },
    sentinel: { address: anywhere, port: ports.sentinel, dataDir: paths.redisRun },
  };
}
