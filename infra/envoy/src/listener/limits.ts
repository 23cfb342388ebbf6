import type { Settings } from '@recipe-book/settings';
import { type JsonObject, seconds } from '../json.ts';

/** What a client may send, and how long it may take. */
export function limits(settings: Settings): JsonObject {
  return {
    max_request_headers_kb: 32,
    request_headers_timeout: seconds(settings.REQUEST_HEADERS_TIMEOUT),
    // It cannot be told by route; slow ones are bounded by the time for headers, the idle time below when a
    // body stops, and by the app, which gives a body a minute to arrive, or an import half a minute without a byte.
    request_timeout: seconds(settings.REQUEST_TIMEOUT),
    // How long a client that has stopped reading may keep the last of its answer waiting, when its
    // connection is to be closed after it, as while Envoy drains; Envoy gives it 1 s by default.
    delayed_close_timeout: seconds(5),
    stream_idle_timeout: seconds(settings.STREAM_IDLE_TIMEOUT),
    common_http_protocol_options: {
      idle_timeout: seconds(settings.CONNECTION_IDLE_TIMEOUT),
      max_headers_count: 100,
      headers_with_underscores_action: 'DROP_HEADER',
    },
    http2_protocol_options: streams,
    ...cleanPath,
  };
}

/**
 * How many requests a client may have under way on one connection of HTTP/2 or HTTP/3, and how many bytes it
 * may send before they are read, for each and for all of them. Frames that only make work (empty data, resets, pings, settings) are
 * bounded by Envoy's own defaults.
 */
export const streams: JsonObject = {
  max_concurrent_streams: 100,
  initial_stream_window_size: 256 * 1024,
  initial_connection_window_size: 1024 * 1024,
};

/** One resource has one path: what policies look at is what the app gets. */
const cleanPath: JsonObject = {
  normalize_path: true,
  merge_slashes: true,
  path_with_escaped_slashes_action: 'REJECT_REQUEST',
};
