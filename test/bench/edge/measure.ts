import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Progress } from '../../../app/src/seed/progress.ts';
import { call, repeat, statuses } from '../../harness/client.ts';
import { untilWindowHasRoom } from '../../harness/until.ts';
import { inTurn } from '../in-turn.ts';
import { threadsCpuOf } from '../proc/cpu.ts';
import { addressLimit, farOver } from './limits.ts';
import { addresses, type Component, components, type Scenario } from './scenarios.ts';
import type { EdgeStack } from './stack.ts';

/** Microseconds for each request, one value a round. */
export interface Measured {
  readonly scenario: Scenario;
  readonly cpu: Readonly<Record<Component, number[]>>;
  /** How long the app's event loop was at work, and nothing else could be. */
  readonly loop: number[];
}

export interface Effort {
  readonly rounds: number;
  readonly requests: number;
}

const concurrency = 32;
/** Envoy sends spans and log lines once a second: they belong to the requests before. Milliseconds. */
const flushed = 1500;
/** One scenario takes no longer, on a slow machine. Seconds. */
const room = 60;
const path = '/api/recipes';
/** Of one client, so that it stays below its limit, or below what is far over it. */
const each = addressLimit.requests / 2;
/** By each client. Some more than the limit, for those that pass uncounted while the machine is busy. */
const sentBefore = { not: 0, just: addressLimit.requests * 1.1, far: farOver } as const;

/** All scenarios in turn, round after round, so that whatever else the machine does meets all alike. */
export async function measure(
  stack: EdgeStack,
  scenarios: readonly Scenario[],
  { rounds, requests }: Effort,
): Promise<Measured[]> {
  const measured = scenarios.map(
    (scenario): Measured => ({
      scenario,
      cpu: { Envoy: [], ratelimit: [], Redis: [], app: [] },
      loop: [],
    }),
  );
  // The first round warms up what is compiled while it runs.
  const progress = new Progress(process.stderr, 'rounds', rounds + 1);
  for (let round = 0; round <= rounds; round++) {
    for (const one of inTurn(measured, round)) {
      const { cpu, loop } = await measureOnce(stack, one.scenario, requests);
      if (round === 0) continue;
      for (const component of components) one.cpu[component].push(cpu(component) / requests);
      one.loop.push(loop / requests);
    }
    progress.show(round + 1);
  }
  console.log(`Measured ${rounds} rounds (${progress.end(rounds + 1)}).`);
  return measured;
}

async function measureOnce(stack: EdgeStack, scenario: Scenario, requests: number) {
  await untilWindowHasRoom(addressLimit.windowSeconds, room);
  const clients = scenario.over === 'far' ? addresses(1, 1) : addresses(requests, each);
  await send(scenario, clients, clients.length * sentBefore[scenario.over]);
  await loopTime(scenario);
  const before = cpuTimes(stack, scenario);
  const status = scenario.over === 'not' ? 200 : 429;
  const answers = statuses(await send(scenario, clients, requests));
  if (answers[status] !== requests) {
    throw new Error(
      `${scenario.name}: not all were answered ${status}: ${JSON.stringify(answers)}`,
    );
  }
  await wait(flushed);
  const after = cpuTimes(stack, scenario);
  return {
    cpu: (component: Component) => after[component] - before[component],
    loop: await loopTime(scenario),
  };
}

async function send({ port }: Scenario, clients: readonly string[], requests: number) {
  const agent = new Agent({ keepAlive: true });
  const answers = await repeat(requests, concurrency, (index) =>
    call({ port, path, agent, from: clients[index % clients.length] ?? '' }),
  );
  agent.destroy();
  return answers;
}

/** Microseconds. */
function cpuTimes(stack: EdgeStack, { parts }: Scenario): Record<Component, number> {
  const of = (component: Component) => {
    const part = parts[component];
    return part === undefined ? 0 : threadsCpuOf(stack.pid(part));
  };
  return { Envoy: of('Envoy'), ratelimit: of('ratelimit'), Redis: of('Redis'), app: of('app') };
}

/** Microseconds since it was asked last. */
async function loopTime({ appPort }: Scenario): Promise<number> {
  const { json } = await call({ port: appPort, path: '/loop' });
  return json.active * 1000;
}
