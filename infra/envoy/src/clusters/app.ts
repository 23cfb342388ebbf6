import { bufferLimit } from '../buffer-limit.ts';
import type { JsonObject } from '../json.ts';
import { clusterNames } from '../names.ts';
import type { EnvoyPlacement } from '../placement.ts';
import { cluster, httpProtocol } from './cluster.ts';

/**
 * The app. Its own keep-alive timeout (65 s) is longer than the idle time here, so that it is
 * always Envoy that closes a connection and no request is sent into one that is closing.
 */
export function appCluster(placement: EnvoyPlacement): JsonObject {
  return cluster(clusterNames.app, placement.app, {
    connect_timeout: '1s',
    // What a client does not read stays in the app, which then stops writing.
    per_connection_buffer_limit_bytes: bufferLimit,
    ...httpProtocol('http1', 30),
    circuit_breakers: {
      thresholds: [
        // Every request may have to wait for a restarting app at the same time.
        {
          max_connections: 1024,
          max_pending_requests: 1024,
          max_requests: 2048,
          max_retries: 2048,
        },
      ],
    },
  });
}

/**
 * The app, for probes and the key set: they come before it listens and after it has gone, which must not count
 * as users' requests that failed.
 */
export function appInternalCluster(placement: EnvoyPlacement): JsonObject {
  return cluster(clusterNames.appInternal, placement.app, {
    connect_timeout: '1s',
    per_connection_buffer_limit_bytes: bufferLimit,
    ...httpProtocol('http1', 30),
  });
}
