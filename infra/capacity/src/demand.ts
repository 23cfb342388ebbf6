import { type Kind, kinds, type Measured, type Program, programs } from './measured.ts';
import { type Mix, usualMix } from './mix.ts';

/** What the average request of a mix asks of each program. */
export interface Demand {
  /** Processor time, seconds. */
  readonly cpu: Readonly<Record<Program, number>>;
  /** Of the app's time that of its main thread, seconds. */
  readonly appMainThread: number;
  /** Commands to Redis. */
  readonly redisCommands: { readonly counting: number; readonly other: number };
}

/**
 * The costs of all kinds, each as often as the mix has it, on the level of a machine that is kept busy.
 *
 * Kinds are measured in short bursts one by one; with everything at work at once, for as long as it lasts, a request
 * takes more of the same processor. How much more was measured for the usual mix, program by program.
 */
export function demandOf(measured: Measured, mix: Mix): Demand {
  const burst = burstDemandOf(measured, mix);
  const busy = measured.saturation.find(({ instances }) => instances === 1);
  if (busy === undefined) return burst;
  const usual = burstDemandOf(measured, usualMix);
  const cpu = eachProgram(
    (program) => (burst.cpu[program] * busy.cpu[program].median) / 1e6 / usual.cpu[program],
  );
  return { ...burst, cpu, appMainThread: cpu.app - mix.login * hashing(measured) };
}

/**
 * What a sign-in has done beside the app's main thread, seconds. In bursts other threads also compile; on a busy machine
 * all else is taken to be the main thread's, which is the most that it can be.
 */
function hashing({ costs: { login } }: Measured): number {
  return (login.cpu.app.median - login.appMainThread.median) / 1e6;
}

/** The same as the kinds were measured one by one; medians. */
export function burstDemandOf({ costs }: Measured, mix: Mix): Demand {
  const average = (cost: (kind: Kind) => number) =>
    kinds.reduce((sum, kind) => sum + mix[kind] * cost(kind), 0);
  return {
    cpu: eachProgram((program) => average((kind) => costs[kind].cpu[program].median) / 1e6),
    appMainThread: average((kind) => costs[kind].appMainThread.median) / 1e6,
    redisCommands: {
      counting: average((kind) => costs[kind].redis.counting),
      other: average((kind) => costs[kind].redis.other),
    },
  };
}

function eachProgram(value: (program: Program) => number): Record<Program, number> {
  return Object.fromEntries(programs.map((program) => [program, value(program)])) as Record<
    Program,
    number
  >;
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
