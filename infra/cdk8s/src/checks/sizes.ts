import { autoscalingProblems, isCount } from '../constructs/autoscaling.ts';
import { bytesOf } from '../constructs/bytes.ts';
import { bytesProblems, cpuProblems, sizeProblems } from '../constructs/size-problems.ts';
import type { EnvironmentOptions } from '../environments.ts';
import type { Target } from '../target.ts';

/** Redis may fill 128 MB (`maxmemory`), and needs as much again while it rewrites its file. */
const leastRedisMemory = 256 * 1024 ** 2;

/** What sizes of containers and volumes, and numbers of pods, cannot be. */
export function scaleProblems(target: Target): string[] {
  const { environment, options } = target;
  const problems = [
    ...Object.entries(sizesOf(options)).flatMap(([name, size]) => sizeProblems(name, size)),
    ...Object.entries(volumesOf(options)).flatMap(([name, storage]) =>
      bytesProblems(name, storage),
    ),
    ...redisMemoryProblems(options),
  ];
  return [
    ...problems.map((problem) => `${environment}: ${problem}`),
    ...envoyProblems(target),
    ...replicasProblems(target),
  ];
}

function sizesOf({ app, ratelimit, redis, mongodb, openobserve }: EnvironmentOptions) {
  return {
    'app.size': app.size,
    'app.collectorSize': app.collectorSize,
    'ratelimit.size': ratelimit.size,
    'ratelimit.collectorSize': ratelimit.collectorSize,
    'redis.size': redis.size,
    ...(mongodb.kind === 'in-cluster' && { 'mongodb.size': mongodb.size }),
    ...(openobserve.kind === 'in-cluster' && { 'openobserve.size': openobserve.size }),
  };
}

function volumesOf({ redis, mongodb, openobserve }: EnvironmentOptions) {
  return {
    'redis.storage': redis.storage,
    ...(mongodb.kind === 'in-cluster' && { 'mongodb.storage': mongodb.storage }),
    ...(openobserve.kind === 'in-cluster' && { 'openobserve.storage': openobserve.storage }),
  };
}

function redisMemoryProblems({ redis }: EnvironmentOptions): string[] {
  const limit = bytesOf(redis.size.memoryLimit);
  if (limit === undefined || limit >= leastRedisMemory) return [];
  return [
    `redis.size.memoryLimit is ${redis.size.memoryLimit}; Redis needs 256Mi at least, twice what it may fill.`,
  ];
}

/** The limit of its container follows from the setting. */
function envoyProblems({ environment, settings, options }: Target): string[] {
  const limit = settings.ENVOY_MEMORY_LIMIT;
  const { cpu, memory } = options.app.envoySize;
  const problems = [
    ...cpuProblems('app.envoySize', cpu),
    ...bytesProblems('app.envoySize', memory),
  ].map((problem) => `${environment}: ${problem}`);
  if (limit >= (bytesOf(memory) ?? 0)) return problems;
  return [
    ...problems,
    `ENVOY_MEMORY_LIMIT is ${limit / 1024 ** 2} MiB; in ${environment} it must not be below the ${memory} that the container asks for.`,
  ];
}

function replicasProblems({ environment, options: { app, ratelimit } }: Target): string[] {
  return Object.entries({ app, ratelimit }).flatMap(([name, { replicas }]) => {
    const isAutoscaling = typeof replicas === 'object' && replicas !== null;
    const problems = isAutoscaling ? autoscalingProblems(replicas) : countProblems(replicas);
    return problems.map((text) => `${name}.replicas of ${environment}: ${text}`);
  });
}

function countProblems(replicas: number): string[] {
  return isCount(replicas) ? [] : [`it is ${replicas}; it must be a whole number from 1 on.`];
}
