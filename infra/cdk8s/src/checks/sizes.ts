import { autoscalingProblems } from '../constructs/autoscaling.ts';
import { bytesOf } from '../constructs/bytes.ts';
import type { Size } from '../constructs/size.ts';
import type { EnvironmentOptions } from '../environments.ts';
import type { Target } from '../target.ts';

/** Redis may fill 128 MB (`maxmemory`), and needs as much again while it rewrites its file. */
const leastRedisMemory = 256 * 1024 ** 2;

/** What sizes of containers and volumes, and numbers of pods, cannot be. */
export function sizeProblems(target: Target): string[] {
  const { environment, options } = target;
  const problems = [
    ...Object.entries(sizesOf(options)).flatMap(([name, size]) => memoryProblems(name, size)),
    ...Object.entries(volumesOf(options)).flatMap(([name, storage]) =>
      volumeProblems(name, storage),
    ),
    ...redisMemoryProblems(options),
  ];
  return [
    ...problems.map((problem) => `${environment}: ${problem}`),
    ...envoyMemoryProblems(target),
    ...scaleProblems(target),
  ];
}

function sizesOf({ app, ratelimit, redis, mongodb, openobserve }: EnvironmentOptions) {
  return {
    'app.size': app.size,
    'app.collectorSize': app.collectorSize,
    'ratelimit.size': ratelimit.size,
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

function memoryProblems(name: string, { memory, memoryLimit }: Size): string[] {
  const [asked, limit] = [bytesOf(memory), bytesOf(memoryLimit)];
  const wrong = asked === undefined ? memory : limit === undefined ? memoryLimit : undefined;
  if (wrong !== undefined) return [noQuantity(name, wrong)];
  if ((asked ?? 0) <= (limit ?? 0)) return [];
  return [`${name} asks for ${memory} of memory, which is more than its limit of ${memoryLimit}.`];
}

function volumeProblems(name: string, storage: string): string[] {
  return bytesOf(storage) === undefined ? [noQuantity(name, storage)] : [];
}

function noQuantity(name: string, text: string): string {
  return `${name} holds "${text}"; allowed: a whole number with Mi or Gi, such as 512Mi.`;
}

function redisMemoryProblems({ redis }: EnvironmentOptions): string[] {
  const limit = bytesOf(redis.size.memoryLimit);
  if (limit === undefined || limit >= leastRedisMemory) return [];
  return [
    `redis.size.memoryLimit is ${redis.size.memoryLimit}; Redis needs 256Mi at least, twice what it may fill.`,
  ];
}

/** The limit of its container follows from the setting. */
function envoyMemoryProblems({ environment, settings, options }: Target): string[] {
  const limit = settings.ENVOY_MEMORY_LIMIT;
  const { memory } = options.app.envoySize;
  const asked = bytesOf(memory);
  if (asked === undefined) return [`${environment}: ${noQuantity('app.envoySize', memory)}`];
  if (limit >= asked) return [];
  return [
    `ENVOY_MEMORY_LIMIT is ${limit / 1024 ** 2} MiB; in ${environment} it must not be below the ${memory} that the container asks for.`,
  ];
}

function scaleProblems({ environment, options: { app } }: Target): string[] {
  if (typeof app.replicas === 'number') return [];
  return autoscalingProblems(app.replicas).map((text) => `app.replicas of ${environment}: ${text}`);
}
