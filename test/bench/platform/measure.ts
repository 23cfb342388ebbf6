import { setTimeout as wait } from 'node:timers/promises';
import { Progress } from '../../../app/src/seed/progress.ts';
import { call, repeat } from '../../harness/client.ts';
import { untilWindowHasRoom } from '../../harness/until.ts';
import { cpuOf } from '../report/cpu.ts';
import { type Attack, attack, type Load } from './attack.ts';
import { type Component, type Contender, components } from './contenders.ts';
import type { BenchData } from './data.ts';
import { type Endpoint, requestTo } from './endpoints.ts';
import { type EventLoopDelay, eventLoopDelay } from './event-loop/ask.ts';
import { memoryOf } from './memory.ts';
import { anonymousLimit, anonymousWindow, type ComparedStack } from './stack.ts';
import { bytesOnTheWire } from './wire.ts';

/** A value for each program that works for a contender. */
export type OfPrograms = Readonly<Partial<Record<Component, number>>>;

/** One contender at one endpoint in one round. */
export interface Round {
  /** As many requests at once as keep it busy. */
  readonly saturated: Attack;
  /** Half as many a second as it answered then. */
  readonly half: Attack;
  /** Processor time of one request, all of both loads together; microseconds. */
  readonly cpu: OfPrograms;
  /** How late the event loop of the app was under half the load. */
  readonly loop: EventLoopDelay;
  /** Resident memory afterwards, MiB. */
  readonly memory: OfPrograms;
}

/** What was found out about one contender at one endpoint. */
export interface Measured {
  readonly contender: Contender;
  readonly endpoint: Endpoint;
  /** Of one answer, with its headers. */
  readonly bytes: number;
  readonly rounds: readonly Round[];
}

export interface Effort {
  readonly rounds: number;
  /** For each of the two loads. */
  readonly seconds: number;
}

/** What is measured. */
export interface Subject {
  readonly stack: ComparedStack;
  readonly data: BenchData;
  /** Path of the program. */
  readonly vegeta: string;
}

const atOnce = 32;
/** Enough to compile what is compiled while it runs. Seconds. */
const warmUp = 0.7;
/** One measurement takes no longer. Seconds. */
const room = 60;
/** Share of the answers that may be others than expected: a busy machine makes the limiter late, and then nobody counts. */
const tolerated = 0.01;

/** All contenders in turn at each endpoint, round after round, so that whatever else the machine does meets all alike. */
export async function measure(
  subject: Subject,
  pairs: readonly (readonly [Contender, Endpoint])[],
  { rounds, seconds }: Effort,
): Promise<Measured[]> {
  const measured = pairs.map(([contender, endpoint]) => ({
    contender,
    endpoint,
    bytes: Number.NaN,
    rounds: [] as Round[],
  }));
  const progress = new Progress(process.stderr, 'measurements', pairs.length * (rounds + 1));
  let done = 0;
  for (let round = 0; round <= rounds; round++) {
    for (const one of measured) {
      const { contender, endpoint } = one;
      const result = await measureOnce(
        subject,
        contender,
        endpoint,
        round === 0 ? warmUp : seconds,
      );
      if (round === 0) one.bytes = await bytesOnTheWire(requestOf(subject, contender, endpoint));
      else one.rounds.push(result);
      progress.show(++done);
    }
  }
  console.log(`Measured ${rounds} rounds (${progress.end(done)}).`);
  return measured;
}

async function measureOnce(
  subject: Subject,
  contender: Contender,
  endpoint: Endpoint,
  seconds: number,
): Promise<Round> {
  const { stack, data, vegeta } = subject;
  await endpoint.before?.(data);
  if (endpoint.refused) await untilRefused(stack.origin(contender), endpoint.path(data));
  const request = requestOf(subject, contender, endpoint);
  const load = async (load: Load) => {
    const answered = await attack(vegeta, request, load, seconds);
    if (answered.unexpected > answered.requests * tolerated) {
      const found = JSON.stringify(answered.statuses);
      throw new Error(
        `${contender.name}, ${endpoint.name}: not all were answered ${request.status}: ${found}.`,
      );
    }
    return answered;
  };
  const before = cpuTimes(stack, contender);
  const saturated = await load({ atOnce });
  const loopSocket = stack.loopSocket(contender.parts.app);
  await eventLoopDelay(loopSocket);
  const half = await load({ perSecond: saturated.throughput / 2 });
  const loop = await eventLoopDelay(loopSocket);
  await wait(contender.afterwards);
  const after = cpuTimes(stack, contender);
  const requests = saturated.requests + half.requests;
  return {
    saturated,
    half,
    loop,
    cpu: ofPrograms(
      contender,
      (_, component) => ((after[component] ?? 0) - (before[component] ?? 0)) / requests,
    ),
    memory: ofPrograms(contender, (part) => memoryOf(stack.pid(part))),
  };
}

function requestOf({ stack, data }: Subject, contender: Contender, endpoint: Endpoint) {
  return requestTo(endpoint, data, contender, stack.origin(contender));
}

/** Asks anonymously until it is refused, at the beginning of a window if there is little left of this one. */
async function untilRefused(origin: string, path: string): Promise<void> {
  await untilWindowHasRoom(anonymousWindow, room);
  const port = Number(new URL(origin).port);
  // Some more than the limit, for those that pass uncounted while the machine is busy.
  await repeat(anonymousLimit * 1.1, atOnce, () => call({ port, path }));
}

/** Microseconds. */
function cpuTimes(stack: ComparedStack, contender: Contender): OfPrograms {
  return ofPrograms(contender, (part) => cpuOf([stack.pid(part)]) * 1000);
}

function ofPrograms(
  { parts }: Contender,
  value: (part: string, component: Component) => number,
): OfPrograms {
  return Object.fromEntries(
    components.flatMap((component) => {
      const part = parts[component];
      return part === undefined ? [] : [[component, value(part, component)]];
    }),
  );
}
