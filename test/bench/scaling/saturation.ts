import { cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { type Mix, type Program, programs, type Saturation } from '@recipe-book/capacity';
import { Progress } from '../../../app/src/seed/progress.ts';
import { threadsCpuOf } from '../report/thread-cpu.ts';
import { Sender } from '../requests/sender.ts';
import { deal } from './deal.ts';
import { concurrency, type Effort } from './effort.ts';
import { eachOf, spreadOf, spreadsOf } from './spreads.ts';
import type { ScalingStack } from './stack.ts';

/** What Collectors could not do meanwhile is then done. Milliseconds. */
const settled = 3000;
/** How long all instances are warmed up for, times as long as they are measured. */
const warmUp = 2;

/** As many requests as one, two and more instances take, each in turn, round after round. */
export async function measureSaturation(
  stack: ScalingStack,
  mix: Mix,
  { rounds, seconds }: Effort,
): Promise<Saturation[]> {
  const measured = stack.ingresses.map((_, at) => ({ instances: at + 1, busy: [] as Busy[] }));
  await keepBusy(stack, stack.ingresses.length, mix, seconds * warmUp);
  // As long again, or the first round would still meet what the Collectors have left over.
  await wait(seconds * warmUp * 1000);
  const progress = new Progress(process.stderr, 'rounds', rounds);
  for (let round = 0; round < rounds; round++) {
    for (const { instances, busy } of measured) {
      busy.push(await keepBusy(stack, instances, mix, seconds));
    }
    progress.show(round + 1);
  }
  return measured.map(({ instances, busy }) => ({
    instances,
    rate: spreadOf(busy.map(({ rate }) => rate)),
    cpu: spreadsOf(
      [...programs, 'client'],
      busy.map(({ cpu }) => cpu),
    ),
  }));
}

interface Busy {
  readonly rate: number;
  readonly cpu: Readonly<Record<Program | 'client', number>>;
}

async function keepBusy(
  stack: ScalingStack,
  instances: number,
  mix: Mix,
  seconds: number,
): Promise<Busy> {
  const sender = new Sender(stack.scene, stack.ingresses.slice(0, instances));
  await sender.refuse();
  const kindAt = deal(mix);
  const before = cpuTimes(stack);
  const clientBefore = clientCpu();
  const begin = performance.now();
  const end = begin + seconds * 1000;
  let sent = 0;
  const worker = async () => {
    while (performance.now() < end) await sender.send(kindAt(sent++));
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const took = (performance.now() - begin) / 1000;
  const client = clientCpu() - clientBefore;
  const busy = cpuTimes(stack);
  await wait(settled);
  sender.close();
  const after = cpuTimes(stack);
  // Collectors stand back while the machine is busy. What they have left over belongs to these requests too.
  const left = sum(after) - sum(busy);
  return {
    rate: sent / (took + left / 1e6 / cpus().length),
    cpu: {
      ...eachOf(programs, (program) => (after[program] - before[program]) / sent),
      client: client / sent,
    },
  };
}

/** Microseconds so far, of all instances. */
function cpuTimes(stack: ScalingStack): Record<Program, number> {
  return eachOf(programs, (program) =>
    stack.pids(program).reduce((all, pid) => all + threadsCpuOf(pid), 0),
  );
}

function clientCpu(): number {
  return threadsCpuOf(process.pid);
}

function sum(cpu: Readonly<Record<Program, number>>): number {
  return programs.reduce((total, program) => total + cpu[program], 0);
}
