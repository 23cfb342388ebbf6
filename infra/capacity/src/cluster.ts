import { usualMaxMemory } from '@recipe-book/redis';
import { type Assumptions, counterBytes, counterShare } from './assumptions.ts';
import type { Demand } from './demand.ts';
import type { Limit } from './pod.ts';
import type { Present } from './present.ts';

/** Commands with which one counter is counted up: INCRBY and EXPIRE. */
const commandsOfCounter = 2;

/** Processor time that Redis spends on a counter, seconds. */
export function counterCpu({ cpu, redisCommands }: Demand): number {
  const commands = redisCommands.counting + redisCommands.other;
  return commands === 0 ? 0 : (cpu.redis / commands) * commandsOfCounter;
}

/** Counters that there are at the same time. */
export function counters(
  rate: number,
  { windowSeconds }: Present,
  assumptions: Assumptions,
): number {
  const clients = (rate * windowSeconds) / assumptions.requestsOfClient;
  return clients * assumptions.countersOfClient;
}

/** What all pods share, as production is now; the first to end first. */
export function clusterLimits(
  demand: Demand,
  ratePerPod: number,
  present: Present,
  assumptions: Assumptions,
): Limit[] {
  const { cpu } = demand;
  const limits: Limit[] = [
    {
      name: `RATE_LIMIT_GLOBAL_MAX_REQUESTS (${present.globalLimit})`,
      rate: present.globalLimit,
      waits: false,
      remedy: 'the setting; a request above it is refused',
    },
    {
      name: `maxReplicas of the app (${present.pods})`,
      rate: present.pods * ratePerPod,
      waits: false,
      remedy: 'app.replicas',
    },
    {
      name: `the ratelimit service (${present.ratelimitReplicas} of ${assumptions.ratelimitCores} cores)`,
      rate: (present.ratelimitReplicas * assumptions.ratelimitCores) / cpu.ratelimit,
      waits: true,
      remedy: 'ratelimit.replicas',
    },
    {
      name: 'the thread of one Redis',
      rate: 1 / cpu.redis,
      waits: true,
      remedy: 'REDIS_MODE=cluster',
    },
    {
      name: 'one node of a Redis cluster, for the counter of all clients',
      rate: 1 / counterCpu(demand),
      waits: true,
      remedy: 'RATE_LIMIT_OVERRIDES=global=off: one counter cannot be spread',
    },
    {
      name: 'memory of Redis for counters',
      rate: (usualMaxMemory * counterShare) / counterBytes / counters(1, present, assumptions),
      waits: false,
      remedy: 'maxmemory, or more nodes',
    },
  ];
  return limits.toSorted((one, other) => one.rate - other.rate);
}
