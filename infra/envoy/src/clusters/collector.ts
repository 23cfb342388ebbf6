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

/** The same Collector, for what browsers send: more than a few at once are not worth a wait. */
export function webTelemetryCluster(placement: EnvoyPlacement): JsonObject {
  return cluster(clusterNames.webTelemetry, placement.webTelemetry, {
    connect_timeout: '1s',
    ...httpProtocol('http1', 30),
    circuit_breakers: {
      thresholds: [{ max_connections: 16, max_pending_requests: 32, max_requests: 64 }],
    },
  });
}
