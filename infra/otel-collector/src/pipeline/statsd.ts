import type { Settings } from '@recipe-book/settings';
import type { CollectorPlacement } from '../placement.ts';

/** How often the ratelimit service's metrics are sent on; it sends its own as often. */
const interval = '10s';

/** DogStatsD from a ratelimit service beside this Collector (contrib statsdreceiver). */
export function statsdReceiver({ address, statsd }: CollectorPlacement) {
  if (!statsd) return {};
  return {
    statsd: {
      endpoint: `${address}:${statsd.port}`,
      transport: 'udp',
      aggregation_interval: interval,
      is_monotonic_counter: true,
      // One for each call, in whole milliseconds, which is dropped: Envoy's histogram and the spans tell
      // more. As a histogram they take no memory.
      timer_histogram_mapping: [{ statsd_type: 'timing', observer_type: 'histogram' }],
    },
  };
}

/** What happens to its metrics before all others', in this order, by name. */
export function statsdProcessors(settings: Settings, { statsd }: CollectorPlacement) {
  if (!statsd) return {};
  return {
    // The service names what shall be kept.
    'filter/statsd': {
      error_mode: 'ignore',
      metrics: { metric: ['not IsMatch(name, "^recipe_book[.]")'] },
    },
    'resource/statsd': {
      attributes: [
        { key: 'service.name', value: statsd.service, action: 'upsert' },
        { key: 'deployment.environment.name', value: settings.APP_ENV, action: 'upsert' },
      ],
    },
    // The service sends what has come since the last time, backends want totals. Few: by policy and result.
    delta_to_cumulative: { max_stale: '24h', max_streams: 1000 },
  };
}

/** What happens to spans of the ratelimit service, by name; others' are left as they are. */
export function ratelimitSpanProcessors({ statsd }: CollectorPlacement) {
  if (!statsd) return {};
  const ofRedis = 'where span.name == "Redis Pipeline Execution"';
  return {
    'transform/ratelimit': {
      error_mode: 'ignore',
      trace_statements: [
        // The whole call, with addresses and ids of clients.
        'delete_key(span.attributes, "request string")',
        `set(span.attributes["db.system.name"], "redis") ${ofRedis}`,
        `set(span.kind, SPAN_KIND_CLIENT) ${ofRedis}`,
      ],
    },
  };
}
