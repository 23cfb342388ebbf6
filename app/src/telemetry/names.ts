/**
 * Every name of our own in the telemetry, declared once.
 * Names that OpenTelemetry defines come from `@opentelemetry/semantic-conventions`.
 */

/** Scope of our own metrics. */
export const instrumentationScope = 'recipe-book';

/** Attributes on spans. */
export const attributes = {
  /** Id of the request, as in `X-Request-ID` and in the logs. */
  requestId: 'request.id',
  /** Opaque id of the signed-in user. */
  userId: 'user.id',
} as const;

/** Counters. */
export const metricNames = {
  /** Things that happened in the domain; the label `event.name` says which. */
  events: 'recipe_book.events',
  /** Reads of what the cache may hold; the label `result` says how they went. */
  cacheReads: 'recipe_book.cache.reads',
  /** Answers to readiness probes; the label `status` is that of the answer. */
  readinessProbes: 'recipe_book.readiness.probes',
} as const;

/** Labels of those counters. */
export const labels = { eventName: 'event.name', result: 'result', status: 'status' } as const;

/**
 * Names that are still experimental in the conventions, so that the package exports them from another
 * entry that may change.
 */
export const connectionMetricNames = {
  count: 'db.client.connection.count',
  limit: 'db.client.connection.limit',
  idleMin: 'db.client.connection.idle.min',
  pendingRequests: 'db.client.connection.pending_requests',
  timeouts: 'db.client.connection.timeouts',
  createTime: 'db.client.connection.create_time',
  waitTime: 'db.client.connection.wait_time',
  useTime: 'db.client.connection.use_time',
} as const;

/** Labels of those. */
export const connectionLabels = {
  pool: 'db.client.connection.pool.name',
  state: 'db.client.connection.state',
} as const;
