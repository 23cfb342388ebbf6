import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Progress } from '../../../app/src/seed/progress.ts';
import { call, repeat, statuses } from '../../harness/client.ts';
import { inTurn } from '../in-turn.ts';
import { threadsCpuOf } from '../proc/cpu.ts';
import { type Component, components, type TelemetryStack, type Way } from './stack.ts';

/** Microseconds for each request, one value a round. */
export interface Measured {
  readonly way: Way;
  readonly cpu: Readonly<Record<Component, number[]>>;
}

export interface Effort {
  readonly rounds: number;
  readonly requests: number;
}

const concurrency = 16;
/** The Collector waits 5 s until it decides about a trace, and then sends it: that belongs to the requests before. Milliseconds. */
const decided = 8000;

/** All ways in turn, round after round, so that whatever else the machine does meets all alike. */
export async function measure(
  stacks: readonly TelemetryStack[],
  { rounds, requests }: Effort,
): Promise<Measured[]> {
  const measured = stacks.map(
    ({ way }): Measured => ({ way, cpu: { Envoy: [], app: [], Collector: [] } }),
  );
  // The first round warms up what is compiled while it runs.
  const progress = new Progress(process.stderr, 'rounds', rounds + 1);
  for (let round = 0; round <= rounds; round++) {
    for (const [at, stack] of inTurn([...stacks.entries()], round)) {
      const cpu = await measureOnce(stack, requests);
      if (round === 0) continue;
      for (const component of components)
        measured[at]?.cpu[component].push(cpu[component] / requests);
    }
    progress.show(round + 1);
  }
  console.log(`Measured ${rounds} rounds (${progress.end(rounds + 1)}).`);
  return measured;
}

/** Microseconds of each program for all requests together. */
async function measureOnce(stack: TelemetryStack, requests: number) {
  const before = cpuTimes(stack);
  const agent = new Agent({ keepAlive: true });
  const { port, token } = stack;
  const answers = await repeat(requests, concurrency, () =>
    call({ port, token, agent, path: '/api/recipes' }),
  );
  agent.destroy();
  if (statuses(answers)[200] !== requests) {
    throw new Error(
      `${stack.way.name}: not all were answered 200: ${JSON.stringify(statuses(answers))}`,
    );
  }
  await wait(decided);
  const after = cpuTimes(stack);
  return mapComponents((component) => after[component] - before[component]);
}

function cpuTimes(stack: TelemetryStack): Record<Component, number> {
  return mapComponents((component) => threadsCpuOf(stack.pid(component)));
}

function mapComponents(value: (component: Component) => number): Record<Component, number> {
  return { Envoy: value('Envoy'), app: value('app'), Collector: value('Collector') };
}
