import { setTimeout as wait } from 'node:timers/promises';
import { Progress } from '../../../app/src/seed/progress.ts';
import { inTurn } from '../in-turn.ts';
import { memoryOf } from '../proc/memory.ts';
import type { Contender } from './contenders.ts';
import type { Endpoint } from './endpoints.ts';
import { sendSpans } from './inside/ask.ts';
import { type Loads, putLoads, requestOf, type Subject, warmUp } from './loads.ts';
import { cpuTimes, measureIdle, type OfPrograms, ofPrograms, since } from './use.ts';
import { bytesOnTheWire } from './wire.ts';

/** One contender at one endpoint in one round. */
export interface Round extends Pick<Loads, 'saturated' | 'half' | 'loop'> {
  /** Processor time of one request, of both loads together, without what is done while nobody asks; microseconds. */
  readonly cpu: OfPrograms;
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

const warmUpSeconds = 1;
/** What warming up has left over is then done. Milliseconds. */
const settled = 5000;

/**
 * All contenders in turn at each endpoint, round after round, so that whatever else the machine does meets all alike.
 * @param onRound hears what is known after each round.
 */
export async function measure(
  subject: Subject,
  pairs: readonly (readonly [Contender, Endpoint])[],
  { rounds, seconds }: Effort,
  onRound: (measured: readonly Measured[], done: number) => void,
): Promise<Measured[]> {
  const progress = new Progress(process.stderr, 'measurements', pairs.length * (rounds + 1));
  let done = 0;
  const measured: (Measured & { readonly rounds: Round[] })[] = [];
  for (const [contender, endpoint] of pairs) {
    await warmUp(subject, contender, endpoint, warmUpSeconds);
    const bytes = await bytesOnTheWire(requestOf(subject, contender, endpoint));
    measured.push({ contender, endpoint, bytes, rounds: [] });
    progress.show(++done);
  }
  await wait(settled);
  const idle = await measureIdle(subject.stack, new Set(pairs.map(([contender]) => contender)));
  const byEndpoint = [...Map.groupBy(measured, ({ endpoint }) => endpoint).values()];
  for (let round = 0; round < rounds; round++) {
    for (const one of byEndpoint.flatMap((all) => inTurn(all, round))) {
      const { contender, endpoint } = one;
      const each = idle.get(contender) ?? {};
      one.rounds.push(await measureOnce(subject, contender, endpoint, seconds, each));
      progress.show(++done);
    }
    onRound(measured, round + 1);
  }
  console.log(`Measured ${rounds} rounds (${progress.end(done)}).`);
  return measured;
}

/** @param idle what its programs do in a second while nobody asks. */
async function measureOnce(
  subject: Subject,
  contender: Contender,
  endpoint: Endpoint,
  seconds: number,
  idle: OfPrograms,
): Promise<Round> {
  const { stack } = subject;
  const { saturated, half, loop, before, began } = await putLoads(
    subject,
    contender,
    endpoint,
    seconds,
  );
  if (contender.afterwards > 0) await sendSpans(stack.insideSocket(contender.parts.app));
  await wait(contender.afterwards);
  const used = since(contender, before, cpuTimes(stack, contender));
  const took = (performance.now() - began) / 1000;
  const requests = saturated.requests + half.requests;
  return {
    saturated,
    half,
    loop,
    cpu: ofPrograms(contender, (_, component) => {
      const all = (used[component] ?? 0) - (idle[component] ?? 0) * took;
      return Math.max(0, all) / requests;
    }),
    memory: ofPrograms(contender, (part) => memoryOf(stack.pid(part))),
  };
}
