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
  /** Commands to the database. */
  readonly databaseCommands: number;
  /** What one instance of each program does while nobody asks, cores. */
  readonly idle: Readonly<Record<Program, number>>;
}

/**
 * The costs of all kinds, each as often as the mix has it, on the level of a machine that is kept busy.
 *
 * Kinds are measured in short bursts one by one; with everything at work at once, for as long as it lasts, a request
 * takes more of the same processor. How much more was measured for the usual mix, program by program.
 */
export function demandOf(measured: Measured, mix: Mix): Demand {
  const burst = burstDemandOf(measured, mix);
  const levels = busyLevels(measured);
  if (levels === undefined) return burst;
  const cpu = eachProgram((program) => burst.cpu[program] * levels[program]);
  return { ...burst, cpu, appMainThread: cpu.app - mix.login * hashing(measured) };
}

/**
 * How many times as much of each program's processor a request of the usual mix takes of one busy instance as in bursts.
 * `undefined` where no instance was kept busy.
 */
export function busyLevels(measured: Measured): Record<Program, number> | undefined {
  const busy = measured.saturation.find(({ instances }) => instances === 1);
  if (busy === undefined) return undefined;
  const usual = burstDemandOf(measured, usualMix);
  return eachProgram((program) => busy.cpu[program].median / 1e6 / usual.cpu[program]);
}

/**
 * What a sign-in has done beside the app's main thread, seconds. In bursts other threads also compile; on a busy machine
 * all else is taken to be the main thread's, which is the most that it can be.
 */
function hashing({ costs: { login } }: Measured): number {
  return (login.cpu.app.median - login.appMainThread.median) / 1e6;
}

/** The same as the kinds were measured one by one; medians. */
export function burstDemandOf({ costs, idle }: Measured, mix: Mix): Demand {
  const average = (cost: (kind: Kind) => number) =>
    kinds.reduce((sum, kind) => sum + mix[kind] * cost(kind), 0);
  return {
    cpu: eachProgram((program) => average((kind) => costs[kind].cpu[program].median) / 1e6),
    appMainThread: average((kind) => costs[kind].appMainThread.median) / 1e6,
    redisCommands: {
      counting: average((kind) => costs[kind].redis.counting),
      other: average((kind) => costs[kind].redis.other),
    },
    databaseCommands: average((kind) => costs[kind].databaseCommands),
    idle: eachProgram((program) => idle[program] / 1e6),
  };
}

function eachProgram(value: (program: Program) => number): Record<Program, number> {
  return Object.fromEntries(programs.map((program) => [program, value(program)])) as Record<
    Program,
    number
  >;
}

/** Processor time of all programs together, seconds. */
function totalCpu({ cpu }: Demand): number {
  return programs.reduce((sum, program) => sum + cpu[program], 0);
}

/**
 * The most requests a second that a machine can take which runs everything, whatever the number of instances: by the
 * utilisation law its cores are then busy all the time.
 * @param cores that are left for requests.
 * @param others processor time that other programs spend on a request, such as the client's, seconds.
 */
export function mostOnOneMachine(demand: Demand, cores: number, others = 0): number {
  return cores / (totalCpu(demand) + others);
}

/** What so many instances and all that they share do while nobody asks, cores. */
export function idleCores({ idle }: Demand, instances: number): number {
  const ofInstances = idle.app + idle.envoy + idle.collector;
  return ofInstances * instances + idle.ratelimit + idle.redis + idle.database;
}
