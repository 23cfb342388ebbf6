import { mustBeFarOver, untilFarOver } from './abuser.ts';
import { type Attack, attack, type Load } from './attack.ts';
import type { Contender } from './contenders.ts';
import type { BenchData } from './data.ts';
import { type Endpoint, type Request, requestTo } from './endpoints.ts';
import { type EventLoopDelay, eventLoopDelay } from './inside/ask.ts';
import type { ComparedStack } from './stack.ts';
import { cpuTimes, type OfPrograms, since } from './use.ts';

/** What is measured. */
export interface Subject {
  readonly stack: ComparedStack;
  readonly data: BenchData;
  /** Path of the program. */
  readonly vegeta: string;
}

/** How many processor cores were at work while a contender was kept busy. */
interface Cores {
  /** All programs that work for it. */
  readonly servers: number;
  /** The asking program. */
  readonly client: number;
}

/** How a contender stood both loads at one endpoint. */
export interface Loads {
  /** As many requests at once as keep it busy. */
  readonly saturated: Attack & { readonly cores: Cores };
  /** Half as many a second as it answered then. */
  readonly half: Attack;
  /** How late the event loop of the app was under half the load. */
  readonly loop: EventLoopDelay;
  /** Processor time before, µs, and when that was. */
  readonly before: OfPrograms;
  readonly began: number;
}

const atOnce = 32;
/** Share of the answers that may be others than expected: a busy machine makes the limiter late, and then nobody counts. */
const tolerated = 0.01;

/** Keeps a contender busy for some seconds, so that what is compiled while it runs is compiled. @throws as `putLoads` does. */
export async function warmUp(
  subject: Subject,
  contender: Contender,
  endpoint: Endpoint,
  seconds: number,
): Promise<void> {
  const load = await prepared(subject, contender, endpoint, seconds);
  await load({ atOnce });
}

/** Puts both loads on a contender. @throws Error when it gives other answers than expected. */
export async function putLoads(
  subject: Subject,
  contender: Contender,
  endpoint: Endpoint,
  seconds: number,
): Promise<Loads> {
  const { stack, data } = subject;
  const load = await prepared(subject, contender, endpoint, seconds);
  const { app } = contender.parts;
  const [before, began] = [cpuTimes(stack, contender), performance.now()];
  const saturated = await load({ atOnce });
  const { took } = saturated;
  const servers = Object.values(since(contender, before, cpuTimes(stack, contender)));
  const cores: Cores = {
    servers: servers.reduce((sum, used) => sum + used, 0) / took,
    client: saturated.clientCpu / took,
  };
  const insideSocket = stack.insideSocket(app);
  await eventLoopDelay(insideSocket);
  const half = await load({ perSecond: saturated.throughput / 2 });
  const loop = await eventLoopDelay(insideSocket);
  if (endpoint.refused) {
    await mustBeFarOver(contender, stack.origin(contender), endpoint.path(data));
  }
  return { saturated: { ...saturated, cores }, half, loop, before, began };
}

/** Does what comes before a load. @returns what puts one on the contender. */
async function prepared(
  subject: Subject,
  contender: Contender,
  endpoint: Endpoint,
  seconds: number,
): Promise<(load: Load) => Promise<Attack>> {
  const { stack, data, vegeta } = subject;
  await endpoint.before?.(data);
  if (endpoint.refused) {
    await untilFarOver(contender, stack.origin(contender), endpoint.path(data));
  }
  const request = requestOf(subject, contender, endpoint);
  return async (load) => {
    const answered = await attack(vegeta, request, load, seconds);
    if (answered.unexpected > answered.requests * tolerated) {
      const found = JSON.stringify(answered.statuses);
      throw new Error(
        `${contender.name}, ${endpoint.name}: not all were answered ${request.status}: ${found}.`,
      );
    }
    return answered;
  };
}

/** The request to an endpoint, as it is sent to a contender. */
export function requestOf(
  { stack, data }: Subject,
  contender: Contender,
  endpoint: Endpoint,
): Request {
  return requestTo(endpoint, data, contender, stack.origin(contender));
}
