import { extension, type JsonObject } from '../json.ts';
import { noUsersPaths } from '../names.ts';

/** What the filter says of itself in answers: nobody's business. */
export const uncountedHeader = 'x-envoy-upstream-healthchecked-cluster';

/**
 * Has Envoy count no answer to what no user waits for among the answers to clients (`downstream_rq_2xx` to `_5xx`),
 * whoever gives it: the promise to users is measured by them. To Envoy it is a health check, which it passes on.
 */
export function uncountedFilter(): JsonObject {
  return extension(
    'envoy.filters.http.health_check',
    'envoy.extensions.filters.http.health_check.v3.HealthCheck',
    {
      pass_through_mode: true,
      headers: [{ name: ':path', string_match: { safe_regex: { regex: noUsersPaths } } }],
    },
  );
}
