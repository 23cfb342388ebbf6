import { extension, type JsonObject } from '../json.ts';

const filterName = 'too-large';
const type = 'envoy.extensions.filters.http.fault.v3.HTTPFault';

/**
 * Answers 413 for the routes that say so. It stands behind the ratelimit filters, because who sends too
 * much is counted like everybody else, and is told what is left.
 */
export function tooLargeFilter(): JsonObject {
  return { ...extension(filterName, type), disabled: true };
}

/**
 * A body that says it is too large is refused before anything is buffered or passed on. One that does not
 * say how long it is streams to the app, which counts. (Envoy's buffer filter would count too, but behind a
 * filter that pauses the request it can wait for data that it keeps from being read.)
 * @param route where smaller ones go.
 * @param maxSize bytes.
 */
export function tooLarge(match: JsonObject, maxSize: number, route: JsonObject): JsonObject {
  const name = 'content-length';
  // Not the range of what is too large: the longest numbers are in no range that Envoy can read.
  const fits = { start: 0, end: maxSize + 1 };
  const always = { numerator: 100, denominator: 'HUNDRED' };
  return {
    match: {
      ...match,
      headers: [
        { name, present_match: true },
        { name, range_match: fits, invert_match: true },
      ],
    },
    route,
    typed_per_filter_config: {
      [filterName]: {
        '@type': `type.googleapis.com/${type}`,
        abort: { http_status: 413, percentage: always },
      },
    },
  };
}
