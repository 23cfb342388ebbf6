import { type Settings, SettingsError } from '@recipe-book/settings';
import { corsPolicy } from '../filters/cors.ts';
import { localRateLimitPerRoute } from '../filters/local-rate-limit.ts';
import { rateLimitsPerRoute } from '../filters/rate-limit.ts';
import { rateLimitHeadersPerRoute } from '../filters/rate-limit-headers.ts';
import { type JsonObject, seconds } from '../json.ts';
import { clusterNames } from '../names.ts';
import { checkPolicies } from '../policies/check.ts';
import type { Policy } from '../policies/policy.ts';
import { tooLarge } from './too-large.ts';
import { webSocketRoutes } from './websockets.ts';

/** Name of the file with the routes. */
export const routesFile = 'routes.json';
/** Name under which the listener asks for its routes. */
export const routesName = 'ingress';

/**
 * The file with the routes, which Envoy watches: limits change without a restart, and without a lost
 * request (envoy.service.discovery.v3.DiscoveryResponse).
 * @throws SettingsError when a policy cannot be carried out.
 */
export function envoyRoutes(settings: Settings, policies: readonly Policy[]): JsonObject {
  checkPolicies(policies);
  const byKey = policies.find(({ client }) => client.by === 'api-key');
  if (byKey && settings.API_KEYS_FILE === undefined) {
    throw new SettingsError([
      `API_KEYS_FILE is not set; the policy "${byKey.name}" counts by API key.`,
    ]);
  }
  const type = 'type.googleapis.com/envoy.config.route.v3.RouteConfiguration';
  return { resources: [{ '@type': type, ...routes(settings, policies) }] };
}

/** Everything goes to the app; the policies themselves say which paths they count. */
function routes(settings: Settings, policies: readonly Policy[]): JsonObject {
  return {
    name: routesName,
    typed_per_filter_config: corsPolicy(settings),
    virtual_hosts: [
      {
        name: 'recipe-book',
        domains: ['*'],
        typed_per_filter_config: {
          ...rateLimitsPerRoute(policies),
          ...localRateLimitPerRoute(policies),
          ...rateLimitHeadersPerRoute(policies),
        },
        routes: [
          probes(settings),
          ...webSocketRoutes(settings),
          ...largeBodies(settings),
          tooLarge(everything, settings.MAX_BODY_SIZE, toApp),
          eventStream,
          exports,
          { match: everything, request_body_buffer_limit: settings.MAX_BODY_SIZE, route: toApp },
        ],
      },
    ],
  };
}

const everything: JsonObject = { prefix: '/' };

/**
 * Requests that certainly never reached the app are sent again: while it restarts they wait here,
 * some ten seconds at most. Others are not, not even reads: one that ends the app's process would
 * end it again and again.
 */
const neverReachedTheApp: JsonObject = {
  retry_on: 'connect-failure,refused-stream,reset-before-request',
  num_retries: 40,
  retry_back_off: { base_interval: '0.1s', max_interval: '0.5s' },
};

const toApp: JsonObject = {
  cluster: clusterNames.app,
  timeout: '30s',
  retry_policy: neverReachedTheApp,
};

/**
 * A picture may wait for its turn to be received (15 s) and to be decoded (20 s), be fetched from
 * another site (10 s) and take long to decode (10 s).
 */
const pictureToApp: JsonObject = { ...toApp, timeout: '60s' };

/** What may be larger than other bodies, and how large, in bytes. */
function largeBodies(settings: Settings): JsonObject[] {
  const pictures = { safe_regex: { regex: '/api/recipes/[0-9a-f]{24}/image' } };
  const imports = { path: '/api/import' };
  const pages = { path: '/api/recipes/import' };
  return [
    tooLarge(pages, settings.MAX_PAGE_SIZE, toApp),
    { match: pages, request_body_buffer_limit: settings.MAX_PAGE_SIZE, route: toApp },
    tooLarge(pictures, settings.MAX_IMAGE_SIZE, toApp),
    // Kept whole, like other requests, while the app restarts. An import is not: it is too large for that.
    { match: pictures, request_body_buffer_limit: settings.MAX_IMAGE_SIZE, route: pictureToApp },
    tooLarge(imports, settings.MAX_IMPORT_SIZE, toApp),
    // When the last of the file has come, its pictures and what points to recipes are still to be stored.
    { match: imports, route: { ...toApp, timeout: '60s' } },
  ];
}

/**
 * Server-sent events of a shopping list: open for long, but never silent for long, because the app
 * sends a heartbeat every 15 s. Clients connect again by themselves.
 */
const eventStream: JsonObject = {
  match: {
    safe_regex: { regex: '/api/shopping-lists/[0-9a-f]{24}/events' },
    headers: [{ name: ':method', string_match: { exact: 'GET' } }],
  },
  route: { cluster: clusterNames.app, timeout: '0s', idle_timeout: '60s' },
};

/** The file of everything takes as long as the client takes to read it, if it goes on reading. */
const exports: JsonObject = {
  match: { path: '/api/export' },
  route: { ...toApp, timeout: '0s', idle_timeout: '60s' },
};

/** Room for the app to say itself what did not answer within HEALTH_CHECK_TIMEOUT, seconds. */
const probeAllowance = 1;

/** Probes answer at once or not at all: no retries, no traces. */
export function probes(settings: Settings): JsonObject {
  const timeout = settings.HEALTH_CHECK_TIMEOUT / 1000 + probeAllowance;
  return {
    match: { path_separated_prefix: '/health' },
    tracing: { random_sampling: { numerator: 0 }, overall_sampling: { numerator: 0 } },
    route: { cluster: clusterNames.app, timeout: seconds(timeout) },
  };
}
