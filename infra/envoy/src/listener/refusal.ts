import { extension, type JsonObject } from '../json.ts';

const filterName = 'refusal';
const type = 'envoy.extensions.filters.http.fault.v3.HTTPFault';

/**
 * Refuses what routes say. It stands behind the ratelimit filters, because who sends what is not taken is
 * counted like everybody else, and is told what is left.
 */
export function refusalFilter(): JsonObject {
  return { ...extension(filterName, type), disabled: true };
}

/** A route whose requests are answered by Envoy. @param route where they would go otherwise. */
export function refused(match: JsonObject, status: number, route: JsonObject): JsonObject {
  const always = { numerator: 100, denominator: 'HUNDRED' };
  return {
    match,
    route,
    typed_per_filter_config: {
      [filterName]: {
        '@type': `type.googleapis.com/${type}`,
        abort: { http_status: status, percentage: always },
      },
    },
  };
}
