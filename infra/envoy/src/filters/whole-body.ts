import { extension, type JsonObject } from '../json.ts';

const filterName = 'whole-body';
const type = 'envoy.extensions.filters.http.buffer.v3.Buffer';

/**
 * Keeps a body until all of it has come, on the routes that say so, so that one that comes slowly takes nobody's
 * place further on. Last of all, because a filter that pauses the request before it must not see a full buffer.
 */
export function wholeBodyFilter(): JsonObject {
  return { ...extension(filterName, type, { max_request_bytes: 1 }), disabled: true };
}

/** For such a route. @param maxSize largest body, bytes; more is answered 413. */
export function wholeBody(maxSize: number): JsonObject {
  return {
    [filterName]: {
      '@type': `type.googleapis.com/${type}PerRoute`,
      buffer: { max_request_bytes: maxSize },
    },
  };
}
