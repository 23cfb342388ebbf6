import { extension, type JsonObject } from '../json.ts';
import { clusterNames, rateLimitTimeout } from '../names.ts';
import { policyActions } from '../policies/actions.ts';
import { type Group, groupOf, groups } from '../policies/groups.ts';
import type { Policy } from '../policies/policy.ts';

const type = 'envoy.extensions.filters.http.ratelimit.v3.RateLimit';

/** Names of the filters and of their statistics. */
export const rateLimitFilterNames: Readonly<Record<Group, string>> = {
  strict: 'rate-limit-strict',
  lenient: 'rate-limit',
  shadow: 'rate-limit-shadow',
};

const options: Readonly<Record<Group, JsonObject>> = {
  strict: { failure_mode_deny: true, status_on_error: { code: 503 } },
  lenient: { failure_mode_deny: false },
  shadow: { failure_mode_deny: false, filter_enforced: { default_value: { numerator: 0 } } },
};

/**
 * Ask the ratelimit service, each for its group of policies; without any for a request, nothing is asked.
 * When no answer comes in time the request passes, but in the strict group: a lost limiter costs a request
 * at most this timeout for each group.
 * @param domain under which the service keeps the limits.
 */
export function rateLimitFilters(domain: string): JsonObject[] {
  return groups.map((group) =>
    extension(rateLimitFilterNames[group], type, {
      domain,
      stat_prefix: rateLimitFilterNames[group],
      timeout: rateLimitTimeout,
      enable_x_ratelimit_headers: 'DRAFT_VERSION_03',
      disable_x_envoy_ratelimited_header: true,
      rate_limit_service: {
        transport_api_version: 'V3',
        grpc_service: { envoy_grpc: { cluster_name: clusterNames.ratelimit } },
      },
      ...options[group],
    }),
  );
}

/** The policies, for the routes. */
export function rateLimitsPerRoute(policies: readonly Policy[]): JsonObject {
  const configs = groups.map((group) => {
    const ofGroup = policies.filter((policy) => groupOf(policy) === group);
    const config = {
      '@type': `type.googleapis.com/${type}PerRoute`,
      rate_limits: ofGroup.flatMap((policy) => policyActions(policy)),
    };
    return [rateLimitFilterNames[group], config] as const;
  });
  return Object.fromEntries(configs);
}
