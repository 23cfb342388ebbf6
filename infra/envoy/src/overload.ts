import type { Settings } from '@recipe-book/settings';
import { extension, type JsonObject } from './json.ts';

/** Of the memory limit; the rest is for Envoy's program, threads and what the heap cannot give back. */
const heapShare = 0.75;

const heap = 'envoy.resource_monitors.fixed_heap';

/**
 * What Envoy does before it runs out of memory or connections (envoy.config.overload.v3.OverloadManager).
 * The nearer to the limit, the less it offers: first it gives memory back, then lets go of idle and
 * expensive clients, then answers new requests with 503, at last takes no connection.
 */
export function overloadManager(settings: Settings): JsonObject {
  return {
    refresh_interval: '0.1s',
    resource_monitors: [
      extension(heap, 'envoy.extensions.resource_monitors.fixed_heap.v3.FixedHeapConfig', {
        max_heap_size_bytes: Math.floor(settings.ENVOY_MEMORY_LIMIT * heapShare),
      }),
      extension(
        'envoy.resource_monitors.global_downstream_max_connections',
        'envoy.extensions.resource_monitors.downstream_connections.v3.DownstreamConnectionsConfig',
        { max_active_downstream_connections: settings.MAX_CONNECTIONS },
      ),
    ],
    // Streams that hold a megabyte and more are known by what they hold.
    buffer_factory_config: { minimum_account_to_track_power_of_two: 20 },
    actions: [
      action('shrink_heap', above(0.8)),
      { ...action('reduce_timeouts', between(0.8, 0.9)), typed_config: shorterTimeouts },
      action('disable_http_keepalive', above(0.85)),
      action('reset_high_memory_stream', between(0.85, 0.95)),
      action('stop_accepting_requests', above(0.9)),
      action('reject_incoming_connections', above(0.98)),
    ],
  };
}

function action(name: string, trigger: JsonObject): JsonObject {
  return { name: `envoy.overload_actions.${name}`, triggers: [{ name: heap, ...trigger }] };
}

/** From this share of the heap on. */
function above(value: number): JsonObject {
  return { threshold: { value } };
}

/** The more, the nearer to the second share. */
function between(from: number, to: number): JsonObject {
  return { scaled: { scaling_threshold: from, saturation_threshold: to } };
}

/** What they shrink to. */
const shorterTimeouts: JsonObject = {
  '@type': 'type.googleapis.com/envoy.config.overload.v3.ScaleTimersOverloadActionConfig',
  timer_scale_factors: [
    { timer: 'HTTP_DOWNSTREAM_CONNECTION_IDLE', min_timeout: '2s' },
    { timer: 'HTTP_DOWNSTREAM_STREAM_IDLE', min_timeout: '10s' },
    { timer: 'TRANSPORT_SOCKET_CONNECT', min_timeout: '2s' },
  ],
};
