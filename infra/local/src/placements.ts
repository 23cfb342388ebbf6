import { join, resolve } from 'node:path';
import {
  type Endpoint,
  type EnvoyPlacement,
  type RateLimitPlacement,
  rateLimitServiceName,
  type TlsFiles,
} from '@recipe-book/envoy';
import type { CollectorPlacement } from '@recipe-book/otel-collector';
import type { RedisPlacement } from '@recipe-book/redis';
import { type Settings, SettingsError } from '@recipe-book/settings';
import { instanceName } from './parts/names.ts';
import { root, type StackPaths } from './paths.ts';
import { instancePorts, loopback, onLoopback, sharedPorts } from './ports.ts';

const maxSocketPath = 100;

/** Addresses and paths of the local run, to be put into the generated configs. */
export interface LocalPlacements {
  readonly envoy: (instance: number) => EnvoyPlacement;
  readonly collector: (instance: number) => CollectorPlacement;
  readonly ratelimit: RateLimitPlacement;
  readonly redis: RedisPlacement;
}

/** What a local run need not have. */
interface Extras {
  /** Where a Redis is that is there already; otherwise the stack starts its own. */
  readonly redis?: readonly Endpoint[] | undefined;
  /** The certificate for clients, if they connect by TLS. */
  readonly tls?: TlsFiles | undefined;
  /** Whether API_KEYS_FILE is set. */
  readonly hasApiKeys?: boolean;
}

export function localPlacements(
  ingressPort: number,
  paths: StackPaths,
  { redis, tls, hasApiKeys = false }: Extras = {},
): LocalPlacements {
  const shared = sharedPorts(ingressPort);
  return {
    envoy: (instance) => {
      const ports = instancePorts(ingressPort, instance);
      return {
        ingress: onLoopback(ports.ingress),
        ...(tls && { tls }),
        probes: onLoopback(ports.probes),
        admin: onLoopback(ports.envoyAdmin),
        app: { path: appSocket(paths, instance) },
        ratelimit: onLoopback(shared.ratelimitGrpc),
        ratelimitProbePort: shared.ratelimitHttp,
        collector: onLoopback(ports.otlpGrpc),
        webTelemetry: onLoopback(ports.otlpWeb),
        routesDir: join(paths.config, 'routes'),
        ...(hasApiKeys && { apiKeysDir: join(paths.keys, 'api-keys') }),
      };
    },
    collector: (instance) => {
      const ports = instancePorts(ingressPort, instance);
      return {
        address: loopback,
        grpcPort: ports.otlpGrpc,
        httpPort: ports.otlpHttp,
        webPort: ports.otlpWeb,
        healthAddress: loopback,
        healthPort: ports.collectorHealth,
        filesDir: telemetryDir(paths, instance),
        queueDir: join(paths.queue, String(instance)),
        // The ratelimit service has the first one.
        ...(instance === 0 && {
          statsd: { port: shared.ratelimitStatsd, service: rateLimitServiceName() },
        }),
      };
    },
    ratelimit: {
      grpc: onLoopback(shared.ratelimitGrpc),
      http: onLoopback(shared.ratelimitHttp),
      debug: onLoopback(shared.ratelimitDebug),
      redis: redis ?? [onLoopback(shared.redis)],
      runtimeRoot: join(paths.config, 'ratelimit'),
      telemetry: {
        otlp: onLoopback(instancePorts(ingressPort, 0).otlpGrpc),
        statsd: onLoopback(shared.ratelimitStatsd),
      },
    },
    redis: { address: loopback, port: shared.redis, dataDir: join(paths.data, 'redis') },
  };
}

/** The certificate that the settings name, if they name one. */
export function localTls(
  { TLS_CERT_FILE, TLS_KEY_FILE }: Settings,
  paths: StackPaths,
): TlsFiles | undefined {
  if (TLS_CERT_FILE === undefined || TLS_KEY_FILE === undefined) return undefined;
  return {
    certificate: resolve(root, TLS_CERT_FILE),
    key: resolve(root, TLS_KEY_FILE),
    secretFile: join(paths.config, 'tls.json'),
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
