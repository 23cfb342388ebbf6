import { type JsonObject, seconds } from '../json.ts';
import { clusterNames, rateLimitTimeout } from '../names.ts';
import type { EnvoyPlacement } from '../placement.ts';
import { probeRequest } from '../ratelimit/probe.ts';
import { cluster, httpProtocol } from './cluster.ts';

/**
 * The shared ratelimit service. A server of it that does not count is not asked any more, and then
 * requests pass at once instead of each waiting in vain; a probe that counts brings it back
 * (docs/decisions/0019-failures.md).
 * @param domain under which it keeps the limits.
 */
export function ratelimitCluster(placement: EnvoyPlacement, domain: string): JsonObject {
  return cluster(
    clusterNames.ratelimit,
    placement.ratelimit,
    {
      connect_timeout: '0.05s',
      ...httpProtocol('http2', 300),
      outlier_detection: outlierDetection,
      health_checks: [probe(domain)],
      // A connection that leads nowhere would else be tried again when the server is back.
      close_connections_on_host_health_failure: true,
      // Probes of a pod that is going to end still succeed, but it is not to be asked any more.
      ignore_health_on_host_removal: true,
      common_lb_config: {
        // Else Envoy asks all servers again when most of them are out.
        healthy_panic_threshold: { value: 0 },
        // Else the workers learn up to a second late that a server is back.
        update_merge_window: seconds(0),
      },
      // Calls beyond that pass uncounted: far above what comes at once.
      circuit_breakers: { thresholds: [{ max_requests: 4096, max_pending_requests: 4096 }] },
    },
    placement.ratelimitProbePort,
  );
}

/** No answer in time counts as 504, an error of the service (Redis refuses it, say) as 500. */
const outlierDetection: JsonObject = {
  // More than a moment's stall brings about, which would put it out for no good reason.
  consecutive_5xx: 10,
  // How soon it is seen that the time is over; only then is the server asked again, if no probe did it before.
  interval: seconds(1),
  base_ejection_time: seconds(30),
  max_ejection_time: seconds(30),
  // The last one too: a request that passes uncounted at once is better than one that does so late.
  max_ejection_percent: 100,
};

/** A server that is out comes back with the first probe that succeeds. */
const probe = (domain: string): JsonObject => ({
  interval: '0.5s',
  no_traffic_interval: '0.5s',
  // One that comes while the service has no connection to Redis stays there for good (decision 19).
  unhealthy_interval: seconds(3),
  interval_jitter: '0.1s',
  timeout: rateLimitTimeout,
  healthy_threshold: 1,
  unhealthy_threshold: 3,
  http_health_check: {
    host: clusterNames.ratelimit,
    method: 'POST',
    path: probeRequest.path,
    send: { binary: Buffer.from(probeRequest.body(domain)).toString('base64') },
  },
});
