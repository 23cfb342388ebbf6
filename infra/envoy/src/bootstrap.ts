import type { Settings } from '@recipe-book/settings';
import { appCluster } from './clusters/app.ts';
import { collectorCluster } from './clusters/collector.ts';
import { ratelimitCluster } from './clusters/ratelimit.ts';
import type { JsonObject } from './json.ts';
import { connectionManager } from './listener/connection-manager.ts';
import { metricsSink } from './metrics/sink.ts';
import type { Endpoint, EnvoyPlacement } from './placement.ts';

/**
 * Envoy's configuration but for the routes (envoy.config.bootstrap.v3.Bootstrap), as JSON that Envoy
 * reads at its start.
 */
export function envoyBootstrap(settings: Settings, placement: EnvoyPlacement): JsonObject {
  return {
    // Envoy insists on both where it watches a file.
    node: { id: settings.APP_ENV, cluster: 'recipe-book' },
    admin: {
      address: socketAddress(placement.admin),
      // Any page in a browser on the same machine can send requests here: only what is needed is open.
      allow_paths: [
        { exact: '/ready' },
        { prefix: '/stats' },
        { prefix: '/listeners' },
        { prefix: '/clusters' },
        { prefix: '/drain_listeners' },
      ],
    },
    stats_sinks: [metricsSink(settings)],
    static_resources: {
      listeners: [
        {
          name: 'ingress',
          address: socketAddress(placement.ingress),
          // A request that waits for the app is kept here, so the largest must fit.
          per_connection_buffer_limit_bytes: settings.MAX_BODY_SIZE,
          filter_chains: [{ filters: [connectionManager(settings, placement.routesDir)] }],
        },
      ],
      clusters: [appCluster(placement), ratelimitCluster(placement), collectorCluster(placement)],
    },
  };
}

function socketAddress({ address, port }: Endpoint): JsonObject {
  return { socket_address: { address, port_value: port } };
}
