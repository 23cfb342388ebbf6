import type { Settings } from '@recipe-book/settings';
import type { Endpoint } from '../placement.ts';
import { type Product, recipeBook } from '../product.ts';
import { redisEnvironment } from './redis-environment.ts';
import { type RateLimitTelemetry, telemetryEnvironment } from './telemetry.ts';

/** Where the ratelimit service listens and finds its files and Redis. */
export interface RateLimitPlacement {
  readonly grpc: Endpoint;
  /** Health check and debug page. */
  readonly http: Endpoint;
  readonly debug: Endpoint;
  /** The server; in the other modes of REDIS_MODE the Sentinels, or nodes of the cluster. */
  readonly redis: readonly Endpoint[];
  /** Folder that holds `config/<file>.yaml`. */
  readonly runtimeRoot: string;
  /** Its Collector; without one it sends no telemetry. */
  readonly telemetry?: RateLimitTelemetry;
}

/**
 * Environment of the ratelimit service (envoyproxy/ratelimit, src/settings/settings.go). Holds no secret.
 * @param product by default Recipe Book itself.
 */
export function rateLimitEnvironment(
  settings: Settings,
  placement: RateLimitPlacement,
  product: Product = recipeBook,
): Record<string, string> {
  return {
    GRPC_HOST: placement.grpc.address,
    GRPC_PORT: String(placement.grpc.port),
    HOST: placement.http.address,
    PORT: String(placement.http.port),
    DEBUG_HOST: placement.debug.address,
    DEBUG_PORT: String(placement.debug.port),
    ...telemetryEnvironment(settings, placement.telemetry, product),
    // Its memory is small: collecting it less often saves a fifth of the processor time of a call.
    GOGC: '400',
    GOMEMLIMIT: '64MiB',
    LOG_LEVEL: 'warn',
    LOG_FORMAT: 'json',
    RUNTIME_ROOT: placement.runtimeRoot,
    RUNTIME_SUBDIRECTORY: '',
    RUNTIME_APPDIRECTORY: 'config',
    RUNTIME_WATCH_ROOT: 'false',
    RUNTIME_IGNOREDOTFILES: 'true',
    BACKEND_TYPE: 'redis',
    CACHE_KEY_PREFIX: `${settings.REDIS_KEY_PREFIX}ratelimit:`,
    ...redisEnvironment(settings, placement.redis),
    // Counters of ended windows go soon after; the default keeps them five minutes longer.
    EXPIRATION_JITTER_MAX_SECONDS: '30',
  };
}
