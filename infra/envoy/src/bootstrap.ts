import type { Settings } from '@recipe-book/settings';
import { appCluster, appInternalCluster } from './clusters/app.ts';
import { collectorCluster, webTelemetryCluster } from './clusters/collector.ts';
import { ratelimitCluster } from './clusters/ratelimit.ts';
import type { JsonObject } from './json.ts';
import { socketAddress } from './listener/address.ts';
import { ingressListeners } from './listener/ingress.ts';
import { probesListener } from './listener/probes.ts';
import { histogramBuckets } from './metrics/buckets.ts';
import { metricsSink } from './metrics/sink.ts';
import { overloadManager } from './overload.ts';
import type { EnvoyPlacement } from './placement.ts';
import { type Product, recipeBook } from './product.ts';

/**
 * Envoy refuses expressions above 100 instructions by default: a policy with five paths would be too much.
 * `checkPolicies` bounds them, at about one instruction a character.
 */
const regexSize: JsonObject = {
  're2.max_program_size.error_level': 20_000,
  're2.max_program_size.warn_level': 20_000,
};

/**
 * Envoy's configuration but for the routes (envoy.config.bootstrap.v3.Bootstrap), as JSON that Envoy
 * reads at its start.
 * @param product by default Recipe Book itself.
 */
export function envoyBootstrap(
  settings: Settings,
  placement: EnvoyPlacement,
  product: Product = recipeBook,
): JsonObject {
  return {
    // Envoy wants a name before it reads any file of its own; a pod's command line gives its true one.
    node: { id: 'envoy', cluster: product.name },
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
    stats_sinks: [metricsSink(settings, placement.tls !== undefined)],
    stats_config: { histogram_bucket_settings: histogramBuckets },
    layered_runtime: { layers: [{ name: 'limits', static_layer: regexSize }] },
    overload_manager: overloadManager(settings),
    static_resources: {
      listeners: [
        ...ingressListeners(settings, placement, product),
        probesListener(settings, placement),
      ],
      clusters: [
        appCluster(placement),
        appInternalCluster(placement),
        ratelimitCluster(placement, product.name),
        collectorCluster(placement),
        ...(product.webTelemetry ? [webTelemetryCluster(placement)] : []),
      ],
    },
  };
}
