import { extension, type JsonObject } from '../json.ts';
import { clusterNames, rateLimitDomain } from '../names.ts';

const type = 'envoy.extensions.filters.http.ratelimit.v3.RateLimit';

/** Name under which routes carry the policies for this filter. */
const rateLimitFilterName = 'envoy.filters.http.ratelimit';

/**
 * Asks the ratelimit service. When it does not answer in time the request passes: a lost limiter
 * costs each request at most this timeout.
 */
export function rateLimitFilter(): JsonObject {
  return extension(rateLimitFilterName, type, {
    domain: rateLimitDomain,
    timeout: '0.045s',
    failure_mode_deny: false,
    enable_x_ratelimit_headers: 'DRAFT_VERSION_03',
    rate_limit_service: {
      transport_api_version: 'V3',
      grpc_service: { envoy_grpc: { cluster_name: clusterNames.ratelimit } },
    },
  });
}

/** The policies of a route, for the filter above. */
export function rateLimitPerRoute(rateLimits: readonly JsonObject[]): JsonObject {
  return {
    [rateLimitFilterName]: {
      '@type': 'type.googleapis.com/envoy.extensions.filters.http.ratelimit.v3.RateLimitPerRoute',
      rate_limits: rateLimits,
    },
  };
}
