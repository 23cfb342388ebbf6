import type { Settings } from '@recipe-book/settings';
import { extension, type JsonObject } from '../json.ts';

/** Takes in the whole body before the app sees the request: slow clients wait here, too long ones get 413. */
export function bufferFilter(settings: Settings): JsonObject {
  return extension('envoy.filters.http.buffer', 'envoy.extensions.filters.http.buffer.v3.Buffer', {
    max_request_bytes: settings.MAX_BODY_SIZE,
  });
}
