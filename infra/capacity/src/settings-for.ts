import type { Plan } from './plan.ts';
import type { Present } from './present.ts';

/** How far above what is planned the limit of all clients and the connections are set. */
const room = 1.5;
/** Idle connections to the database cost its memory, so no pod may open more than it could ever use. */
const poolRoom = 4;

/** What to write into `infra/cdk8s/src/environments.ts` for a plan: the entries that differ from what stands there. */
export function settingsFor(plan: Plan, present: Present): string {
  const { pods, ratelimit, redis, database } = plan;
  const request = (cores: number) => milli(cores / (present.cpuUtilization / 100));
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
    `  size: { cpu: '${request(pods.cores.app)}', ... },`,
    `  envoySize: { cpu: '${request(pods.cores.envoy)}', ... },`,
    `  collectorSize: { cpu: '${milli(pods.cores.collector)}', memoryLimit: '${memory(pods.collectorMemory, present)}', ... },`,
    '},',
    `ratelimit: { replicas: ${ratelimit.total}, size: { cpu: '${milli(ratelimit.cores / plan.utilisation)}', ... }, ... },`,
    redis.servers === 1
      ? "redis: { kind: 'sentinel', ... },"
      : `redis: { external: 'by-settings', ... }, // REDIS_MODE=cluster, ${redis.servers} servers with a follower each`,
  ].join('\n');
}

/** In steps of 64 MiB, and never less than there is. */
function memory(bytes: number, { collectorMemory }: Present): string {
  const step = 64 * 1024 ** 2;
  return `${Math.ceil(Math.max(bytes, collectorMemory) / step) * 64}Mi`;
}

/** CPU as Kubernetes writes it, in steps of 50m. */
function milli(cores: number): string {
  return `${Math.ceil(cores * 20) * 50}m`;
}
