import type { JsonObject } from '../json.ts';
import { clusterNames } from '../names.ts';
import type { EnvoyPlacement } from '../placement.ts';
import { cluster, httpProtocol } from './cluster.ts';

/** The Collector beside Envoy, for spans and access logs. */
export function collectorCluster(placement: EnvoyPlacement): JsonObject {
  return cluster(clusterNames.collector, placement.collector, {
    connect_timeout: '1s',
    ...httpProtocol('http2', 300),
  });
}
