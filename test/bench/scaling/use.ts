import { type Cost, type Program, programs } from '@recipe-book/capacity';
import { eachOf } from '../each-of.ts';
import { mainThreadCpuOf, threadsCpuOf } from '../proc/cpu.ts';
import { redisCommands } from '../requests/redis-commands.ts';
import type { ScalingStack } from './stack.ts';

/** Processor time, µs, and commands to Redis: so far, of some requests, or of a second. */
export interface Use {
  readonly cpu: Readonly<Record<Program, number>>;
  readonly appMainThread: number;
  readonly redis: Cost['redis'];
  readonly databaseCommands: number;
}

/** Whether each instance has one of its own. */
export function isOfInstance(program: Program): boolean {
  return program === 'app' || program === 'envoy' || program === 'collector';
}

/** What one instance, and what it shares with the others, have used so far. */
export async function useSoFar(stack: ScalingStack, instance: number): Promise<Use> {
  const { incrby = 0, expire = 0, ...others } = await redisCommands(stack.redisPort);
  return {
    cpu: eachOf(programs, (program) => threadsCpuOf(stack.pid(program, instance))),
    appMainThread: mainThreadCpuOf(stack.pid('app', instance)),
    redis: {
      counting: incrby + expire,
      other: Object.values(others).reduce((sum, calls) => sum + calls, 0),
    },
    databaseCommands: await stack.databaseCommands(),
  };
}

/** One figure of each two. */
export function combined(one: Use, other: Use, by: (one: number, other: number) => number): Use {
  return {
    cpu: eachOf(programs, (program) => by(one.cpu[program], other.cpu[program])),
    appMainThread: by(one.appMainThread, other.appMainThread),
    redis: {
      counting: by(one.redis.counting, other.redis.counting),
      other: by(one.redis.other, other.redis.other),
    },
    databaseCommands: by(one.databaseCommands, other.databaseCommands),
  };
}

export function difference(now: Use, then: Use): Use {
  return combined(now, then, (after, before) => after - before);
}
