/*
 * Names of the metrics of the edge. Declared here and nowhere else: whoever draws or watches them
 * imports them.
 */

/** Metrics that Envoy sends about rate limiting. */
export const rateLimitMetrics = {
  /** Counter: requests that some policy counts, by `policies` and `result`; each in every group that counts it. */
  requests: 'recipe_book.rate_limit.requests',
  /** Counter: requests that Envoy refused by itself, by `reason`. */
  localRefusals: 'recipe_book.rate_limit.local_refusals',
  /** Counter: calls of the ratelimit service that had no answer in time, by `ended_by`; each made its request wait. */
  timeouts: 'recipe_book.rate_limit.timeouts',
  /** Counter: how often a server of the ratelimit service was found not to work by its answers. */
  ejections: 'recipe_book.rate_limit.ejections',
  /** Gauge: servers of the ratelimit service, by `state`. */
  servers: 'recipe_book.rate_limit.servers',
  /** Histogram, milliseconds: calls of the ratelimit service that were answered, as Envoy sees them. */
  callDuration: 'recipe_book.rate_limit.call.duration',
} as const;

/** Values of the attribute `result`. */
export const rateLimitResults = {
  admitted: 'admitted',
  refused: 'refused',
  /** The service did not answer, so the request passed without being counted. */
  uncounted: 'uncounted',
  /** The service did not answer, so the request was refused (503). */
  denied: 'denied',
} as const;

/** Values of the attribute `reason` of what Envoy refused by itself. */
export const localRefusalReasons = {
  /** The client is far over its limit; such a request counts neither in `requests` here nor in that of the edge. */
  farOver: 'far_over',
  /** The service is away, and the client got much through uncounted. */
  uncounted: 'uncounted',
} as const;

/** Values of the attribute `ended_by`. */
export const endedBy = { envoy: 'envoy', service: 'service' } as const;

/** Values of the attribute `state`. */
export const serverStates = { known: 'known', healthy: 'healthy' } as const;

/** Metrics that Envoy sends about itself, its clients and the app behind it. */
export const edgeMetrics = {
  /**
   * Counter: answers to clients, by `status_class` (`2xx` to `5xx`), Envoy's own included; not those to probes and to
   * what browsers send of themselves, and not those to clients far over a limit.
   */
  requests: 'recipe_book.edge.requests',
  /** Histogram, milliseconds: from the first byte of a request to the last one of its answer. */
  requestDuration: 'recipe_book.edge.request.duration',
  /** Gauge: requests that are being answered. */
  activeRequests: 'recipe_book.edge.active_requests',
  /** Counter: requests that ended before their answer did, by `reason`. */
  cutShort: 'recipe_book.edge.cut_short_requests',
  /** Gauge: connections of clients. */
  connections: 'recipe_book.edge.connections',
  /** Counter: connections that were not let in, by `reason`. */
  refusedConnections: 'recipe_book.edge.refused_connections',
  /** Counter: connections whose clients were asked to leave because the pod ends. */
  drainedConnections: 'recipe_book.edge.drained_connections',
  /** Counter: users' requests that the app gave no answer to, by `reason`; not those that another attempt healed. */
  appFailures: 'recipe_book.edge.app.failures',
  /** Counter: how often a request was sent to the app once more, because it had not reached it. */
  appRetries: 'recipe_book.edge.app.retries',
  /** Gauge: requests that wait for a connection to the app. */
  appWaiting: 'recipe_book.edge.app.waiting',
  /** Gauge: 1 while Envoy does it for want of memory, by `action`. */
  overload: 'recipe_book.edge.overload',
  /** Gauge: bytes that the process holds. */
  memory: 'recipe_book.edge.memory',
  /** Gauge: percent of the heap that it may fill, as its overload manager sees it. */
  memoryPressure: 'recipe_book.edge.memory_pressure',
  /** Gauge: seconds since Envoy started. */
  uptime: 'recipe_book.edge.uptime',
  /** Counter: changes of the routes and their limits that Envoy did not take; the former ones stay. */
  refusedRoutes: 'recipe_book.edge.routes.refused',
  /** Counter: attempts to fetch the app's key set that failed; without one nobody is signed in. */
  keySetFailures: 'recipe_book.edge.key_set.failures',
  /** Counter: spans and access-log records that did not reach the Collector, by `signal`. */
  lostTelemetry: 'recipe_book.edge.telemetry.lost',
  /** Gauge, only with TLS: days until the certificate ends. */
  certificateDays: 'recipe_book.edge.certificate.days',
} as const;

/** Values of the attribute `reason` of requests that were cut short. */
export const cutShortBy = {
  /** The client gave up. */
  client: 'client',
  /** Nothing was sent either way for too long. */
  idle: 'idle',
  /** Its headers took too long to come. */
  lateHeaders: 'late_headers',
  /** Its body took too long to come. */
  lateBody: 'late_body',
  /** Envoy had too little memory left. */
  overload: 'overload',
} as const;

/** Values of the attribute `reason` of refused connections. */
export const refusedFor = { overload: 'overload', tooMany: 'too_many' } as const;

/** Values of the attribute `reason` of failures of the app. */
export const appFailureReasons = {
  /** It took no connection, at any of the attempts. */
  connect: 'connect',
  /** It did not answer in time. */
  timeout: 'timeout',
  /** It closed a connection on which it owed an answer. */
  closed: 'closed',
  /** More requests waited for it than may. */
  overflow: 'overflow',
} as const;

/** Metrics that the ratelimit service sends about itself. */
export const rateLimitServiceMetrics = {
  /** Counter: what it decided, by `policy` and `result` (`admitted`, `refused`); a policy in shadow would have refused. */
  decisions: 'recipe_book.rate_limit.decisions',
  /** Counter: calls that it could not answer, by `source`. */
  errors: 'recipe_book.rate_limit.service.errors',
  /** Counter: times that it read its limits, by `result` (`taken`, `refused`). */
  limitsRead: 'recipe_book.rate_limit.service.limits_read',
  /** Gauge: bytes that it has from the system. */
  memory: 'recipe_book.rate_limit.service.memory',
  /** Gauge: its goroutines: calls that it has not answered are among them. */
  goroutines: 'recipe_book.rate_limit.service.goroutines',
  /** Gauge: its connections to Redis. */
  redisConnections: 'recipe_book.rate_limit.redis.connections',
} as const;
