import { edgeMetrics, rateLimitMetrics, rateLimitServiceMetrics } from '@recipe-book/envoy/metrics';
import { columnOf, streamOf } from '../names.ts';
import { collectorMetrics } from './collector-metrics.ts';
import { type Metric, metric } from './metric.ts';

const pool = 'db.client.connection.pool.name';
const space = 'v8js.heap.space.name';

/** All of them; a test compares them with what a Collector was given. */
export const metrics = {
  requestDuration: metric(
    'http.server.request.duration',
    'histogram',
    'error.type',
    'http.request.method',
    'http.response.status_code',
    'http.route',
    'network.protocol.version',
    'url.scheme',
  ),
  activeRequests: metric('http.server.active_requests', 'sum'),
  rateLimitRequests: metric(rateLimitMetrics.requests, 'sum', 'policies', 'result'),
  rateLimitLocalRefusals: metric(rateLimitMetrics.localRefusals, 'sum', 'reason'),
  rateLimitTimeouts: metric(rateLimitMetrics.timeouts, 'sum', 'ended_by'),
  rateLimitEjections: metric(rateLimitMetrics.ejections, 'sum'),
  rateLimitServers: metric(rateLimitMetrics.servers, 'gauge', 'state'),
  rateLimitCallDuration: metric(rateLimitMetrics.callDuration, 'histogram'),
  rateLimitDecisions: metric(rateLimitServiceMetrics.decisions, 'sum', 'policy', 'result'),
  rateLimitServiceErrors: metric(rateLimitServiceMetrics.errors, 'sum', 'source'),
  rateLimitLimitsRead: metric(rateLimitServiceMetrics.limitsRead, 'sum', 'result'),
  rateLimitServiceMemory: metric(rateLimitServiceMetrics.memory, 'gauge'),
  rateLimitServiceGoroutines: metric(rateLimitServiceMetrics.goroutines, 'gauge'),
  rateLimitRedisConnections: metric(rateLimitServiceMetrics.redisConnections, 'gauge'),
  edgeRequests: metric(edgeMetrics.requests, 'sum', 'status_class'),
  edgeRequestDuration: metric(edgeMetrics.requestDuration, 'histogram'),
  edgeActiveRequests: metric(edgeMetrics.activeRequests, 'gauge'),
  edgeCutShort: metric(edgeMetrics.cutShort, 'sum', 'reason'),
  edgeConnections: metric(edgeMetrics.connections, 'gauge'),
  edgeRefusedConnections: metric(edgeMetrics.refusedConnections, 'sum', 'reason'),
  edgeDrainedConnections: metric(edgeMetrics.drainedConnections, 'sum'),
  edgeAppFailures: metric(edgeMetrics.appFailures, 'sum', 'reason'),
  edgeAppRetries: metric(edgeMetrics.appRetries, 'sum'),
  edgeAppWaiting: metric(edgeMetrics.appWaiting, 'gauge'),
  edgeOverload: metric(edgeMetrics.overload, 'gauge', 'action'),
  edgeMemory: metric(edgeMetrics.memory, 'gauge'),
  edgeMemoryPressure: metric(edgeMetrics.memoryPressure, 'gauge'),
  edgeUptime: metric(edgeMetrics.uptime, 'gauge'),
  edgeRefusedRoutes: metric(edgeMetrics.refusedRoutes, 'sum'),
  edgeKeySetFailures: metric(edgeMetrics.keySetFailures, 'sum'),
  edgeLostTelemetry: metric(edgeMetrics.lostTelemetry, 'sum', 'signal'),
  edgeCertificateDays: metric(edgeMetrics.certificateDays, 'gauge'),
  ...collectorMetrics,
  cacheReads: metric('recipe_book.cache.reads', 'sum', 'result'),
  events: metric('recipe_book.events', 'sum', 'event.name'),
  readinessProbes: metric('recipe_book.readiness.probes', 'sum', 'status'),
  /** Of MongoDB and, without collection and namespace, of Redis: `db.system.name` tells which. */
  queryDuration: metric(
    'db.client.operation.duration',
    'histogram',
    'db.collection.name',
    'db.namespace',
    'db.operation.name',
    'db.system.name',
    'error.type',
  ),
  connections: metric('db.client.connection.count', 'sum', pool, 'db.client.connection.state'),
  connectionLimit: metric('db.client.connection.limit', 'sum', pool),
  connectionIdleMin: metric('db.client.connection.idle.min', 'sum', pool),
  connectionsAwaited: metric('db.client.connection.pending_requests', 'sum', pool),
  connectionTimeouts: metric('db.client.connection.timeouts', 'sum', pool),
  connectionCreateTime: metric('db.client.connection.create_time', 'histogram', pool),
  connectionWaitTime: metric('db.client.connection.wait_time', 'histogram', pool),
  connectionUseTime: metric('db.client.connection.use_time', 'histogram', pool),
  cpuTime: metric('process.cpu.time', 'sum', 'cpu.mode'),
  memoryUsage: metric('process.memory.usage', 'sum'),
  eventLoopDelayMin: metric('nodejs.eventloop.delay.min', 'gauge'),
  eventLoopDelayMax: metric('nodejs.eventloop.delay.max', 'gauge'),
  eventLoopDelayMean: metric('nodejs.eventloop.delay.mean', 'gauge'),
  eventLoopDelayStddev: metric('nodejs.eventloop.delay.stddev', 'gauge'),
  eventLoopDelayP50: metric('nodejs.eventloop.delay.p50', 'gauge'),
  eventLoopDelayP90: metric('nodejs.eventloop.delay.p90', 'gauge'),
  eventLoopDelayP99: metric('nodejs.eventloop.delay.p99', 'gauge'),
  eventLoopTime: metric('nodejs.eventloop.time', 'sum', 'nodejs.eventloop.state'),
  eventLoopUtilization: metric('nodejs.eventloop.utilization', 'gauge'),
  gcDuration: metric('v8js.gc.duration', 'histogram', 'v8js.gc.type'),
  heapSpaceAvailable: metric('v8js.memory.heap.space.available_size', 'gauge', space),
  heapSpacePhysical: metric('v8js.memory.heap.space.physical_size', 'gauge', space),
  heapSpaceSize: metric('v8js.memory.heap.space.size', 'sum', space),
  heapUsed: metric('v8js.memory.heap.used', 'gauge', space),
  activeResources: metric('v8js.resource.active', 'gauge', 'v8js.resource.type'),
} as const satisfies Record<string, Metric>;

/** The streams that OpenObserve makes of a metric; a histogram has several, and none with its own name. */
export function streamsOf({ name, type }: Metric): string[] {
  const base = streamOf(name);
  if (type !== 'histogram') return [base];
  return ['bucket', 'sum', 'count', 'min', 'max'].map((part) => `${base}_${part}`);
}

/** The one of them that queries ask for. */
export function streamFor(metric: Metric, part?: 'bucket' | 'count' | 'sum'): string {
  return part === undefined ? streamOf(metric.name) : `${streamOf(metric.name)}_${part}`;
}

/** Columns with text of the streams of a metric, besides those of its resource. */
export function columnsOf({ type, attributes }: Metric): string[] {
  return [...attributes.map(columnOf), ...(type === 'histogram' ? ['le'] : [])];
}
