import { type Kind, kinds, type Measured, type Program, programs } from './measured.ts';
import type { Mix } from './mix.ts';

/** What the average request of a mix asks of each program. */
export interface Demand {
  /** Processor time, seconds. */
  readonly cpu: Readonly<Record<Program, number>>;
  /** Of the app's time that of its main thread, seconds. */
  readonly appMainThread: number;
  /** Commands to Redis. */
  readonly redisCommands: { readonly counting: number; readonly other: number };
}

/** The costs of all kinds, each as often as the mix has it; medians. */
export function demandOf({ costs }: Measured, mix: Mix): Demand {
  const average = (cost: (kind: Kind) => number) =>
    kinds.reduce((sum, kind) => sum + mix[kind] * cost(kind), 0);
  const seconds = (program: Program) => average((kind) => costs[kind].cpu[program].median) / 1e6;
  return {
    cpu: Object.fromEntries(programs.map((program) => [program, seconds(program)])) as Record<
      Program,
      number
    >,
    appMainThread: average((kind) => costs[kind].appMainThread.median) / 1e6,
    redisCommands: {
      counting: average((kind) => costs[kind].redis.counting),
      other: average((kind) => costs[kind].redis.other),
    },
  };
}

/** Processor time of all programs together, seconds. */
export function totalCpu({ cpu }: Demand): number {
  return programs.reduce((sum, program) => sum + cpu[program], 0);
}

/**
 * The most requests a second that a machine can take which runs everything, whatever the number of instances: by the
 * utilisation law its cores are then busy all the time.
 * @param others processor time that other programs spend on a request, such as the client's, seconds.
 */
export function mostOnOneMachine(demand: Demand, cores: number, others = 0): number {
  return cores / (totalCpu(demand) + others);
}
