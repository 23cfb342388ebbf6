import { join } from 'node:path';
import type { EnvoyPlacement, RateLimitPlacement } from '@recipe-book/envoy';
import type { CollectorPlacement } from '@recipe-book/otel-collector';
import type { RedisPlacement } from '@recipe-book/redis';
import { SettingsError } from '@recipe-book/settings';
import { instanceName } from './parts/names.ts';
import type { StackPaths } from './paths.ts';
import { instancePorts, loopback, onLoopback, sharedPorts } from './ports.ts';
import { redisEndpoint } from './redis-url.ts';

const maxSocketPath = 100;

/** Addresses and paths of the local run, to be put into the generated configs. */
export interface LocalPlacements {
  readonly envoy: (instance: number) => EnvoyPlacement;
  readonly collector: (instance: number) => CollectorPlacement;
  readonly ratelimit: RateLimitPlacement;
  readonly redis: RedisPlacement;
}

/** @param redisUrl a Redis that is there already; otherwise the stack starts its own. */
export function localPlacements(
  ingressPort: number,
  paths: StackPaths,
  redisUrl?: string,
): LocalPlacements {
  const shared = sharedPorts(ingressPort);
  return {
    envoy: (instance) => {
      const ports = instancePorts(ingressPort, instance);
      return {
        ingress: onLoopback(ports.ingress),
        admin: onLoopback(ports.envoyAdmin),
        app: { path: appSocket(paths, instance) },
        ratelimit: onLoopback(shared.ratelimitGrpc),
        ratelimitProbePort: shared.ratelimitHttp,
        collector: onLoopback(ports.otlpGrpc),
        routesDir: join(paths.config, 'routes'),
      };
    },
    collector: (instance) => {
      const ports = instancePorts(ingressPort, instance);
      return {
        address: loopback,
        grpcPort: ports.otlpGrpc,
        httpPort: ports.otlpHttp,
        healthAddress: loopback,
        healthPort: ports.collectorHealth,
        filesDir: telemetryDir(paths, instance),
      };
    },
    ratelimit: {
      grpc: onLoopback(shared.ratelimitGrpc),
      http: onLoopback(shared.ratelimitHttp),
      debug: onLoopback(shared.ratelimitDebug),
      redis: redisUrl ? redisEndpoint(redisUrl) : onLoopback(shared.redis),
      runtimeRoot: join(paths.config, 'ratelimit'),
    },
    redis: { address: loopback, port: shared.redis, dataDir: join(paths.data, 'redis') },
  };
}

/** Unix socket of the app of one instance. */
export function appSocket(paths: StackPaths, instance: number): string {
  return join(paths.sockets, `${instanceName('app', instance)}.sock`);
}

/**
 * Unix sockets have a short name or none: the system's limit is 107 bytes.
 * @throws SettingsError when the folder's path leaves no room.
 */
export function checkSocketPaths(paths: StackPaths): void {
  const longest = Buffer.byteLength(appSocket(paths, 8));
  if (longest <= maxSocketPath) return;
  throw new SettingsError([
    `${paths.state} is too long a path for Unix sockets, by ${longest - maxSocketPath} bytes: set STATE_DIR to a shorter one, such as /tmp/recipe-book.`,
  ]);
}

/** Folder of the telemetry files of one instance. */
function telemetryDir(paths: StackPaths, instance: number): string {
  return join(paths.telemetry, String(instance));
}
