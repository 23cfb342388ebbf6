import type { Plan } from './plan.ts';
import type { Present } from './present.ts';

/** How far above what is planned the limit of all clients and the connections are set. */
const room = 1.5;
/** Idle connections to the database cost its memory, so no pod may open more than it could ever use. */
const poolRoom = 4;

/** What to write into `infra/cdk8s/src/environments.ts` for a plan: the entries that differ from what stands there. */
export function settingsFor(plan: Plan, present: Present): string {
  const { pods, ratelimit, redis, database } = plan;
  const pool = Math.max(5, database.connectionsOfPod * poolRoom);
  return [
    'settings: {',
    redis.hottest <= plan.utilisation
      ? `  RATE_LIMIT_GLOBAL_MAX_REQUESTS: '${Math.ceil(plan.rate * room)}',`
      : "  RATE_LIMIT_OVERRIDES: 'global=off', // its one counter is more than a thread of Redis is to do",
    `  MAX_CONNECTIONS: '${Math.ceil(pods.connections * room)}', // when clients connect to Envoy themselves`,
    `  DB_CONNECTION_POOL_MAX: '${pool}',`,
    `  DB_CONNECTION_POOL_MIN: '${Math.min(10, Math.ceil(pool / 2))}',`,
    '},',
    'app: {',
    `  replicas: { minReplicas: ${pods.needed}, maxReplicas: ${pods.total}, cpuUtilization: ${present.cpuUtilization} },`,
    `  size: { cpu: '${pods.requests.app}m', ... },`,
    `  envoySize: { cpu: '${pods.requests.envoy}m', ... },`,
    `  collectorSize: { cpu: '${pods.requests.collector}m', memoryLimit: '${memory(pods.collectorMemory, present)}', ... },`,
    '},',
    `ratelimit: { replicas: ${ratelimit.total}, size: { cpu: '${ratelimit.request}m', ... }, ... },`,
    redisLine(redis),
  ].join('\n');
}

function redisLine({ servers, request }: Plan['redis']): string {
  if (servers > 1) {
    return `redis: { external: 'by-settings', ... }, // REDIS_MODE=cluster, ${servers} servers with a follower each`;
  }
  if (request === undefined) return 'redis: { ... }, // as it is: one server outside the cluster';
  return `redis: { kind: 'sentinel', size: { cpu: '${request}m', ... }, ... },`;
}

/** In steps of 64 MiB, and never less than there is. */
function memory(bytes: number, { collectorMemory }: Present): string {
  const step = 64 * 1024 ** 2;
  return `${Math.ceil(Math.max(bytes, collectorMemory) / step) * 64}Mi`;
}
