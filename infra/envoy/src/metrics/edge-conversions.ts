import { routesName } from '../listener/routes.ts';
import { clusterNames, ingressStats } from '../names.ts';
import type { Conversion } from './conversions.ts';
import {
  appFailureReasons,
  cutShortBy,
  edgeMetrics,
  rateLimitMetrics,
  refusedFor,
} from './names.ts';

const http = `http.${ingressStats}`;
const listener = `listener.${ingressStats}`;
const app = `cluster.${clusterNames.app}`;

/** Envoy's histogram of requests, milliseconds. */
export const requestTime = `${http}.downstream_rq_time`;
/** The same of calls of the ratelimit service. */
export const rateLimitCallTime = `cluster.${clusterNames.ratelimit}.upstream_rq_time`;

/**
 * What is sent about Envoy itself and its traffic: what somebody would act upon, or needs for finding out
 * why. No attribute has a value from a request.
 */
export const edgeConversions: readonly Conversion[] = [
  ...['2xx', '3xx', '4xx', '5xx'].map((status_class) => ({
    stat: `${http}.downstream_rq_${status_class}`,
    metric: edgeMetrics.requests,
    attributes: { status_class },
  })),
  { stat: requestTime, metric: edgeMetrics.requestDuration },
  { stat: rateLimitCallTime, metric: rateLimitMetrics.callDuration },
  { stat: `${http}.downstream_rq_active`, metric: edgeMetrics.activeRequests },
  ...by('reason', edgeMetrics.cutShort, {
    [`${http}.downstream_rq_rx_reset`]: cutShortBy.client,
    [`${http}.downstream_rq_idle_timeout`]: cutShortBy.idle,
    [`${http}.downstream_rq_header_timeout`]: cutShortBy.lateHeaders,
    [`${http}.downstream_rq_timeout`]: cutShortBy.lateBody,
    [`${http}.downstream_rq_overload_close`]: cutShortBy.overload,
  }),
  { stat: `${http}.downstream_cx_active`, metric: edgeMetrics.connections },
  ...by('reason', edgeMetrics.refusedConnections, {
    [`${listener}.downstream_cx_overload_reject`]: refusedFor.overload,
    [`${listener}.downstream_global_cx_overflow`]: refusedFor.tooMany,
  }),
  { stat: `${http}.downstream_cx_drain_close`, metric: edgeMetrics.drainedConnections },
  ...by('reason', edgeMetrics.appFailures, {
    [`${app}.upstream_rq_retry_limit_exceeded`]: appFailureReasons.connect,
    [`${app}.upstream_rq_timeout`]: appFailureReasons.timeout,
    [`${app}.upstream_cx_destroy_remote_with_active_rq`]: appFailureReasons.closed,
    [`${app}.upstream_rq_pending_overflow`]: appFailureReasons.overflow,
  }),
  { stat: `${app}.upstream_rq_retry`, metric: edgeMetrics.appRetries },
  { stat: `${app}.upstream_rq_pending_active`, metric: edgeMetrics.appWaiting },
  ...['disable_http_keepalive', 'stop_accepting_requests', 'reject_incoming_connections'].map(
    (action) => ({
      stat: `overload.envoy.overload_actions.${action}.active`,
      metric: edgeMetrics.overload,
      attributes: { action },
    }),
  ),
  { stat: 'server.memory_physical_size', metric: edgeMetrics.memory },
  {
    stat: 'overload.envoy.resource_monitors.fixed_heap.pressure',
    metric: edgeMetrics.memoryPressure,
  },
  { stat: 'server.uptime', metric: edgeMetrics.uptime },
  { stat: `${http}.rds.${routesName}.update_rejected`, metric: edgeMetrics.refusedRoutes },
  { stat: `${http}.jwt_authn.jwks_fetch_failed`, metric: edgeMetrics.keySetFailures },
  ...by('signal', edgeMetrics.lostTelemetry, {
    'tracing.opentelemetry.spans_dropped': 'traces',
    'access_logs.open_telemetry_access_log.logs_dropped': 'logs',
  }),
];

/** Sent besides when clients connect by TLS; without a certificate Envoy gives a number without meaning. */
export const certificateConversion: Conversion = {
  stat: 'server.days_until_first_cert_expiring',
  metric: edgeMetrics.certificateDays,
};

/** Statistics that are one metric, told apart by an attribute. */
function by(key: string, metric: string, stats: Readonly<Record<string, string>>): Conversion[] {
  return Object.entries(stats).map(([stat, value]) => ({
    stat,
    metric,
    attributes: { [key]: value },
  }));
}
