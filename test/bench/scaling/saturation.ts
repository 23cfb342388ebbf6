import { cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type Mix,
  type Program,
  programs,
  type Round,
  type Saturation,
} from '@recipe-book/capacity';
import { Progress } from '../../../app/src/seed/progress.ts';
import { eachOf } from '../each-of.ts';
import { threadsCpuOf } from '../proc/cpu.ts';
import { type MachineTime, machineTime } from '../proc/machine-time.ts';
import { rounded } from '../report/rounded.ts';
import { Sender } from '../requests/sender.ts';
import { deal } from './deal.ts';
import { concurrency, type Effort } from './effort.ts';
import { idleCpu } from './idle.ts';
import { spreadOf, spreadsOf } from './spreads.ts';
import type { ScalingStack } from './stack.ts';
import type { Use } from './use.ts';

/** What Collectors could not do meanwhile is then done. Milliseconds. */
const settled = 3000;
/** How long all instances are warmed up for, times as long as they are measured. */
const warmUp = 2;
/** More requests a second than a core can take with the client beside it. */
const mostOfCore = 500;
/** Until clients are over their limit, and for what comes late, seconds. */
const spare = 60;

/**
 * As many requests as one, two and more instances take, each in turn, round after round; another is the first in each.
 * @param idle what each instance does in a second while nobody asks.
 */
export async function measureSaturation(
  stack: ScalingStack,
  idle: readonly Use[],
  mix: Mix,
  { rounds, seconds }: Effort,
): Promise<Saturation[]> {
  const measured = stack.ingresses.map((_, at) => ({ instances: at + 1, busy: [] as Busy[] }));
  await keepBusy(stack, idle, stack.ingresses.length, mix, seconds * warmUp);
  // As long again, or the first round would still meet what the Collectors have left over.
  await wait(seconds * warmUp * 1000);
  const progress = new Progress(process.stderr, 'rounds', rounds);
  for (let round = 0; round < rounds; round++) {
    const first = round % measured.length;
    for (const { instances, busy } of [...measured.slice(first), ...measured.slice(0, first)]) {
      busy.push(await keepBusy(stack, idle, instances, mix, seconds));
    }
    progress.show(round + 1);
  }
  return measured.map(({ instances, busy }) => ({
    instances,
    rate: spreadOf(busy.map(({ round }) => round.rate)),
    cpu: spreadsOf(
      [...programs, 'client'],
      busy.map(({ cpu }) => cpu),
    ),
    rounds: busy.map(({ round }) => round),
  }));
}

interface Busy {
  readonly round: Round;
  /** Processor time of a request, µs. */
  readonly cpu: Readonly<Record<Program | 'client', number>>;
}

async function keepBusy(
  stack: ScalingStack,
  idle: readonly Use[],
  instances: number,
  mix: Mix,
  seconds: number,
): Promise<Busy> {
  const sender = new Sender(stack.scene, stack.ingresses.slice(0, instances));
  await sender.refuse(mix.refused * mostOfCore * cpus().length * seconds, seconds + spare);
  if (mix.shed > 0) await sender.shed();
  await wait(settled);
  const kindAt = deal(mix);
  const before = taken(stack, instances);
  const begin = performance.now();
  const end = begin + seconds * 1000;
  let sent = 0;
  const worker = async () => {
    while (performance.now() < end) await sender.send(kindAt(sent++));
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const took = (performance.now() - begin) / 1000;
  const busy = taken(stack, instances);
  await wait(settled);
  const whole = (performance.now() - begin) / 1000;
  sender.close();
  const after = taken(stack, instances);
  const byRequests = (from: Taken, to: Taken, time: number) => {
    const anyway = idleCpu(idle, instances, time);
    const used = (program: Program) => to.cpu[program] - from.cpu[program] - anyway[program];
    return eachOf(programs, (program) => Math.max(0, used(program)));
  };
  // Collectors stand back while the machine is busy. What they have left over belongs to these requests too.
  const left = sum(byRequests(busy, after, whole - took));
  const cpu = byRequests(before, after, whole);
  const client = busy.client - before.client;
  return {
    round: {
      rate: rounded(sent / (took + left / 1e6 / cpus().length)),
      ...sharesOf(before, busy),
    },
    cpu: { ...eachOf(programs, (program) => cpu[program] / sent), client: client / sent },
  };
}

/** Processor time so far, µs. */
interface Taken {
  /** Of the instances that are asked, and of what all share. */
  readonly cpu: Readonly<Record<Program, number>>;
  readonly client: number;
  /** Of everything that is measured, instances that are not asked included. */
  readonly own: number;
  readonly machine: MachineTime;
}

function taken(stack: ScalingStack, instances: number): Taken {
  const times = eachOf(programs, (program) => stack.pids(program).map(threadsCpuOf));
  const client = threadsCpuOf(process.pid);
  return {
    cpu: eachOf(programs, (program) => total(times[program].slice(0, instances))),
    client,
    own: programs.reduce((all, program) => all + total(times[program]), client),
    machine: machineTime(),
  };
}

/** How the cores spent the time in between. */
function sharesOf(before: Taken, after: Taken): Pick<Round, 'idle' | 'others'> {
  const all = after.machine.all - before.machine.all;
  const idle = (after.machine.idle - before.machine.idle) / all;
  const own = (after.own - before.own) / all;
  return { idle: rounded(idle, 2), others: rounded(Math.max(0, 1 - idle - own), 2) };
}

function sum(cpu: Readonly<Record<Program, number>>): number {
  return total(programs.map((program) => cpu[program]));
}

function total(values: readonly number[]): number {
  return values.reduce((whole, value) => whole + value, 0);
}
