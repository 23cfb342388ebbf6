import { extension, type JsonObject } from '../json.ts';
import { farOverHeader } from '../names.ts';
import type { Policy } from '../policies/policy.ts';
import { shedBound } from '../policies/shed.ts';
import { secondsUntilAllEnd } from '../policies/window.ts';
import { clientBucketsAlone } from './local-rate-limit.ts';

const filterName = 'shed';
const filters = 'envoy.extensions.filters.http';
const type = `${filters}.local_ratelimit.v3.LocalRateLimit`;

/** Prefix of the filter's statistics. */
export const shedStats = 'shed';

const isFarOver: JsonObject = { name: farOverHeader, present_match: true };

/**
 * Mark a request whose client is far over a limit, and have it make no span and count among no answers: only what
 * goes on can be a health check, of which there is neither, so it is refused further on.
 */
export function farOverFilters(): JsonObject[] {
  return [
    extension(filterName, type, { stat_prefix: shedStats }),
    extension('shed-unseen', `${filters}.health_check.v3.HealthCheck`, {
      pass_through_mode: true,
      headers: [isFarOver],
    }),
  ];
}

/** Refuses what is marked, before the ratelimit service is asked. */
export function shedFilter(): JsonObject {
  return extension('shed-refusal', `${filters}.fault.v3.HTTPFault`, {
    headers: [isFarOver],
    abort: { http_status: 429, percentage: { numerator: 100, denominator: 'HUNDRED' } },
  });
}

/** A filter behind the mark that has nothing to do with such a request. */
export function unlessFarOver(filter: JsonObject): JsonObject {
  const marked = {
    predicate: {
      single_predicate: {
        input: extension('far-over', 'envoy.type.matcher.v3.HttpRequestHeaderMatchInput', {
          header_name: farOverHeader,
        }),
        value_match: { safe_regex: { google_re2: {}, regex: '.+' } },
      },
    },
    on_match: {
      action: extension('skip', 'envoy.extensions.filters.common.matcher.action.v3.SkipFilter'),
    },
  };
  return extension(
    String(filter['name']),
    'envoy.extensions.common.matching.v3.ExtensionWithMatcher',
    {
      extension_config: filter,
      xds_matcher: { matcher_list: { matchers: [marked] } },
    },
  );
}

/** The policies, for the routes. */
export function shedPerRoute(policies: readonly Policy[]): JsonObject {
  const bounds = policies.flatMap((policy) => shedBound(policy) ?? []);
  // Of all that the client may be over: the filter does not tell which of them it was.
  const untilFresh = secondsUntilAllEnd(bounds.map(({ windowSeconds }) => windowSeconds));
  return {
    [filterName]: {
      '@type': `type.googleapis.com/${type}`,
      stat_prefix: shedStats,
      filter_enforced: { default_value: { numerator: 0 } },
      ...clientBucketsAlone,
      rate_limits: bounds.flatMap(({ actions }) => actions),
      descriptors: bounds.flatMap(({ buckets }) => buckets),
      request_headers_to_add_when_not_enforced: [
        { header: { key: farOverHeader, value: `%CEL(${untilFresh})%` } },
      ],
    },
  };
}
