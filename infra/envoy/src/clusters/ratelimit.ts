import type { JsonObject } from '../json.ts';
import { clusterNames } from '../names.ts';
import type { EnvoyPlacement } from '../placement.ts';
import { cluster, httpProtocol } from './cluster.ts';

/** The shared ratelimit service. */
export function ratelimitCluster(placement: EnvoyPlacement): JsonObject {
  return cluster(clusterNames.ratelimit, placement.ratelimit, {
    connect_timeout: '0.05s',
    ...httpProtocol('http2', 300),
  });
}
