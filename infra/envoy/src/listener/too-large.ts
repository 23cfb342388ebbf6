import type { JsonObject } from '../json.ts';

/**
 * A body that says it is too large is refused before anything is counted, buffered or passed on. One
 * that does not say how long it is streams to the app, which counts. (Envoy's buffer filter would
 * count too, but behind a filter that pauses the request it can wait for data that it keeps from
 * being read.)
 * @param match the requests that it holds for.
 * @param maxSize bytes.
 */
export function tooLarge(match: JsonObject, maxSize: number): JsonObject {
  const range = { start: maxSize + 1, end: Number.MAX_SAFE_INTEGER };
  return {
    match: { ...match, headers: [{ name: 'content-length', range_match: range }] },
    direct_response: { status: 413 },
  };
}
