import type { JsonObject } from '../json.ts';
import { refused } from './refusal.ts';

/**
 * A body that says it is too large is refused before anything is buffered or passed on. One that does not
 * say how long it is streams to the app, which counts. (Envoy's buffer filter would count too, but behind a
 * filter that pauses the request it can wait for data that it keeps from being read.)
 * @param route where smaller ones go.
 * @param maxSize bytes.
 */
export function tooLarge(match: JsonObject, maxSize: number, route: JsonObject): JsonObject {
  const name = 'content-length';
  return refused(
    {
      ...match,
      headers: [
        { name, present_match: true },
        { name, range_match: upTo(maxSize), invert_match: true },
      ],
    },
    413,
    route,
  );
}

/** Not the range of what is too large: the longest numbers are in no range that Envoy can read. */
export function upTo(maxSize: number): JsonObject {
  return { start: 0, end: maxSize + 1 };
}
