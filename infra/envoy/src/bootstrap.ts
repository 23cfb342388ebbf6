import type { Settings } from '@recipe-book/settings';
import { appCluster } from './clusters/app.ts';
import { collectorCluster } from './clusters/collector.ts';
import { ratelimitCluster } from './clusters/ratelimit.ts';
import type { JsonObject } from './json.ts';
import { socketAddress } from './listener/address.ts';
import { ingressListeners } from './listener/ingress.ts';
import { probesListener } from './listener/probes.ts';
import { overloadManager } from './overload.ts';
import type { EnvoyPlacement } from './placement.ts';

/**
 * Envoy's configuration but for the routes (envoy.config.bootstrap.v3.Bootstrap), as JSON that Envoy
 * reads at its start.
 */
export function envoyBootstrap(settings: Settings, placement: EnvoyPlacement): JsonObject {
  return {
    // Envoy wants a name before it reads any file of its own; a pod's command line gives its true one.
    node: { id: 'envoy', cluster: 'recipe-book' },
    admin: {
      address: socketAddress(placement.admin),
      // Whoever looks why there are too many connections must get in.
      ignore_global_conn_limit: true,
      // Any page in a browser on the same machine can send requests here: only what is needed is open.
      allow_paths: [
        { exact: '/ready' },
        { prefix: '/stats' },
        { prefix: '/listeners' },
        { prefix: '/clusters' },
        { prefix: '/drain_listeners' },
      ],
    },
    overload_manager: overloadManager(settings),
    static_resources: {
      listeners: [...ingressListeners(settings, placement), probesListener(settings, placement)],
      clusters: [appCluster(placement), ratelimitCluster(placement), collectorCluster(placement)],
    },
  };
}
