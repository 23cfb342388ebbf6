import { type Settings, SettingsError } from '@recipe-book/settings';
import { compressedByApp } from '../filters/compressor.ts';
import { corsPolicy } from '../filters/cors.ts';
import { countedValuesPerRoute } from '../filters/counted-values.ts';
import { withoutDocumentHeaders } from '../filters/headers.ts';
import { localRateLimitPerRoute } from '../filters/local-rate-limit.ts';
import { rateLimitsPerRoute } from '../filters/rate-limit.ts';
import { rateLimitHeadersPerRoute } from '../filters/rate-limit-headers.ts';
import { shedPerRoute } from '../filters/shed.ts';
import { type JsonObject, seconds } from '../json.ts';
import { clusterNames, filesRoute } from '../names.ts';
import { checkPolicies } from '../policies/check.ts';
import type { Policy } from '../policies/policy.ts';
import { type Product, recipeBook } from '../product.ts';
import { toApp } from './to-app.ts';
import { tooLarge } from './too-large.ts';
import { pageRoute, webTelemetryRoutes } from './web-telemetry-routes.ts';
import { webSocketRoutes } from './websockets.ts';

/** Name of the file with the routes. */
export const routesFile = 'routes.json';
/** Name under which the listener asks for its routes. */
export const routesName = 'ingress';

/**
 * The file with the routes, which Envoy watches: limits change without a restart, and without a lost
 * request (envoy.service.discovery.v3.DiscoveryResponse).
 * @param product by default Recipe Book itself.
 * @throws SettingsError when a policy cannot be carried out.
 */
export function envoyRoutes(
  settings: Settings,
  policies: readonly Policy[],
  product: Product = recipeBook,
): JsonObject {
  checkPolicies(policies);
  const byKey = policies.find(({ client }) => client.by === 'api-key');
  if (byKey && settings.API_KEYS_FILE === undefined) {
    throw new SettingsError([
      `API_KEYS_FILE is not set; the policy "${byKey.name}" counts by API key.`,
    ]);
  }
  const byToken = policies.find(readsToken);
  if (byToken && !product.tokens) {
    throw new SettingsError([
      `Policy "${byToken.name}": it reads access tokens, and ${product.name} has none.`,
    ]);
  }
  const type = 'type.googleapis.com/envoy.config.route.v3.RouteConfiguration';
  return { resources: [{ '@type': type, ...routes(settings, policies, product) }] };
}

function readsToken({ client, tiers }: Policy): boolean {
  return client.by === 'user' || client.by === 'claim' || tiers !== undefined;
}

/** Everything goes to the app; the policies themselves say which paths they count. */
function routes(settings: Settings, policies: readonly Policy[], product: Product): JsonObject {
  return {
    name: routesName,
    typed_per_filter_config: corsPolicy(settings),
    virtual_hosts: [
      {
        name: product.name,
        domains: ['*'],
        typed_per_filter_config: {
          ...countedValuesPerRoute(policies),
          ...shedPerRoute(policies),
          ...rateLimitsPerRoute(policies),
          ...localRateLimitPerRoute(policies),
          ...rateLimitHeadersPerRoute(policies),
        },
        routes: [
          probes(settings),
          ...(product.webTelemetry ? webTelemetryRoutes(settings) : []),
          ...webSocketRoutes(settings),
          ...(product.largeBodies?.(settings) ?? []),
          tooLarge(everything, settings.MAX_BODY_SIZE, toApp),
          ...(product.longAnswers ?? []),
          ...(product.webTelemetry ? [pageRoute(settings)] : []),
          ...(product.files === undefined ? [] : [files(product.files, settings)]),
          { match: everything, request_body_buffer_limit: settings.MAX_BODY_SIZE, route: toApp },
        ],
      },
    ],
  };
}

const everything: JsonObject = { prefix: '/' };

function files(prefix: string, settings: Settings): JsonObject {
  return {
    name: filesRoute,
    match: { prefix },
    request_body_buffer_limit: settings.MAX_BODY_SIZE,
    route: toApp,
    typed_per_filter_config: { ...compressedByApp(settings), ...withoutDocumentHeaders() },
  };
}

/** Room for the app to say itself what did not answer within HEALTH_CHECK_TIMEOUT, seconds. */
const probeAllowance = 1;

/** Probes answer at once or not at all: no retries. */
export function probes(settings: Settings): JsonObject {
  const timeout = settings.HEALTH_CHECK_TIMEOUT / 1000 + probeAllowance;
  return {
    match: { path_separated_prefix: '/health' },
    route: { cluster: clusterNames.appInternal, timeout: seconds(timeout) },
  };
}
