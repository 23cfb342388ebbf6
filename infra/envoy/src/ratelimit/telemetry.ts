import type { Settings } from '@recipe-book/settings';
import { rateLimitServiceMetrics as metrics, rateLimitResults } from '../metrics/names.ts';
import type { Endpoint } from '../placement.ts';
import { descriptorKeys } from '../policies/descriptors.ts';
import { type Product, recipeBook } from '../product.ts';
import { version } from '../version.ts';

/** The Collector of the ratelimit service, as the service sees it. */
export interface RateLimitTelemetry {
  /** OTLP over gRPC, for spans. */
  readonly otlp: Endpoint;
  /** DogStatsD over UDP, for metrics. */
  readonly statsd: Endpoint;
}

/** `service.name` of the ratelimit service. @param product by default Recipe Book itself. */
export function rateLimitServiceName(product: Product = recipeBook): string {
  return `${product.name}-ratelimit`;
}

/** Which of its statistics becomes which metric: a regular expression (RE2) over the whole name. */
interface Mogrifier {
  readonly pattern: string;
  readonly metric: string;
  /** Values may refer to groups of the expression, as `$1`. */
  readonly attributes?: Readonly<Record<string, string>>;
}

const { admitted, refused } = rateLimitResults;

/**
 * By names that the service takes (`USE_DOG_STATSD_MOGRIFIERS`). Its statistics carry keys of the limits
 * file alone, never a value from a request. What is not named here the Collector drops.
 */
const mogrifiers: Readonly<Record<string, Mogrifier>> = {
  ADMITTED: decisions('within_limit', admitted),
  REFUSED: decisions('over_limit', refused),
  ERRORS: {
    pattern: String.raw`^ratelimit\.service\.call\.should_rate_limit\.(redis|service)_error$`,
    metric: metrics.errors,
    attributes: { source: '$1' },
  },
  LIMITS_TAKEN: limitsRead('success', 'taken'),
  LIMITS_REFUSED: limitsRead('error', 'refused'),
  MEMORY: { pattern: String.raw`^ratelimit\.go\.sys$`, metric: metrics.memory },
  GOROUTINES: { pattern: String.raw`^ratelimit\.go\.numGoroutine$`, metric: metrics.goroutines },
  REDIS: {
    pattern: String.raw`^ratelimit\.redis_pool\.cx_active$`,
    metric: metrics.redisConnections,
  },
};

function decisions(stat: string, result: string): Mogrifier {
  // The domain, the policy, then the keys that tell its counters apart.
  return {
    pattern: String.raw`^ratelimit\.service\.rate_limit\.[^.]+\.${descriptorKeys.policy}_([^.]+)(?:\..+)?\.${stat}$`,
    metric: metrics.decisions,
    attributes: { policy: '$1', result },
  };
}

function limitsRead(stat: string, result: string): Mogrifier {
  return {
    pattern: String.raw`^ratelimit\.service\.config_load_${stat}$`,
    metric: metrics.limitsRead,
    attributes: { result },
  };
}

/** How the service tells of itself; without a Collector beside it, it does not. */
export function telemetryEnvironment(
  settings: Settings,
  telemetry: RateLimitTelemetry | undefined,
  product: Product,
): Record<string, string> {
  // Without a statsd each metric would go to the log.
  if (!telemetry) return { USE_STATSD: 'false', DISABLE_STATS: 'true' };
  const { otlp, statsd } = telemetry;
  return {
    USE_STATSD: 'false',
    USE_DOG_STATSD: 'true',
    STATSD_HOST: statsd.address,
    STATSD_PORT: String(statsd.port),
    USE_DOG_STATSD_MOGRIFIERS: Object.keys(mogrifiers).join(','),
    ...Object.assign({}, ...Object.entries(mogrifiers).map(mogrifierVariables)),
    // Else each metric carries an id of the container.
    DD_ORIGIN_DETECTION_ENABLED: 'false',
    TRACING_ENABLED: 'true',
    TRACING_EXPORTER_PROTOCOL: 'grpc',
    TRACING_SERVICE_NAME: rateLimitServiceName(product),
    // Only what Envoy traces; a probe has no trace.
    TRACING_SAMPLING_RATE: '0',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://${otlp.address}:${otlp.port}`,
    OTEL_RESOURCE_ATTRIBUTES: [
      `service.version=${version}`,
      `deployment.environment.name=${settings.APP_ENV}`,
    ].join(','),
  };
}

function mogrifierVariables([name, { pattern, metric, attributes = {} }]: [string, Mogrifier]) {
  const prefix = `DOG_STATSD_MOGRIFIER_${name}`;
  const tags = Object.entries(attributes).map(([key, value]) => `${key}:${value}`);
  return {
    [`${prefix}_PATTERN`]: pattern,
    [`${prefix}_NAME`]: metric,
    ...(tags.length > 0 && { [`${prefix}_TAGS`]: tags.join(',') }),
  };
}
