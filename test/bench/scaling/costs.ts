import { setTimeout as wait } from 'node:timers/promises';
import { type Cost, type Kind, kinds, type Program, programs } from '@recipe-book/capacity';
import { Progress } from '../../../app/src/seed/progress.ts';
import { repeat } from '../../harness/client.ts';
import { quantile } from '../report/quantile.ts';
import { Sender } from '../requests/sender.ts';
import { concurrency, type Effort } from './effort.ts';
import { eachOf, rounded, spreadOf, spreadsOf } from './spreads.ts';
import type { ScalingStack } from './stack.ts';
import { combined, difference, type Use, useSoFar } from './use.ts';

/** So many of a kind take about as long as of any other. */
const requests: Readonly<Record<Kind, number>> = {
  list: 200,
  item: 200,
  create: 80,
  login: 25,
  asset: 250,
  refused: 400,
};

/** The app sends spans every 5 s, the Collector decides a second later: an instance's work is then done. Milliseconds. */
const settled = 6500;
/** So is that of what instances share. */
const sharedSettled = 300;
const idleSeconds = 5;
const ofInstance: readonly Program[] = ['app', 'envoy', 'collector'];

/**
 * The cost of each kind of request. All kinds in turn, round after round, each at the next instance, so that one can
 * settle while others are asked. The Collector of the first also serves the ratelimit service, which in a cluster has one of its own:
 * the median leaves that out, since a kind is there in every third round.
 */
export async function measureCosts(
  stack: ScalingStack,
  { rounds }: Effort,
): Promise<Record<Kind, Cost>> {
  const instances = stack.ingresses.length;
  const senders = stack.ingresses.map((port) => new Sender(stack.scene, [port]));
  const idle = await measureIdle(stack);
  const seen = eachOf(kinds, (): Use[] => []);
  // The first rounds warm up what is compiled while it runs, once in each instance.
  const progress = new Progress(process.stderr, 'rounds', rounds + instances);
  for (let round = 0; round < rounds + instances; round++) {
    const warm = round >= instances;
    await senders[0]?.refuse();
    for (let first = 0; first < kinds.length; first += instances) {
      const begun = kinds.slice(first, first + instances).map((kind, at) => ({
        kind,
        instance: (at + round) % instances,
      }));
      const uses = await measureGroup(stack, senders, begun, idle, warm ? settled : 0);
      if (!warm) continue;
      for (const [at, { kind }] of begun.entries()) seen[kind].push(...uses.slice(at, at + 1));
    }
    progress.show(round + 1);
  }
  for (const sender of senders) sender.close();
  return eachOf(kinds, (kind) => costOf(seen[kind]));
}

interface Turn {
  readonly kind: Kind;
  readonly instance: number;
}

/** Several kinds, each at an instance of its own; what a request of each uses. */
async function measureGroup(
  stack: ScalingStack,
  senders: readonly Sender[],
  turns: readonly Turn[],
  idle: Use,
  settle: number,
): Promise<Use[]> {
  const sent = [];
  for (const { kind, instance } of turns) {
    const before = await useSoFar(stack, instance);
    const begin = performance.now();
    await repeat(requests[kind], concurrency, async () => senders[instance]?.send(kind));
    await wait(Math.min(settle, sharedSettled));
    const shared = difference(await useSoFar(stack, instance), before);
    sent.push({ kind, instance, before, begin, shared, sharedEnd: performance.now() });
  }
  await wait(settle);
  return Promise.all(
    sent.map(async ({ kind, instance, before, begin, shared, sharedEnd }) => {
      const own = difference(await useSoFar(stack, instance), before);
      const use = (all: Use, end: number) =>
        eachRequest(all, idle, (end - begin) / 1000, requests[kind]);
      const [ownUse, sharedUse] = [use(own, performance.now()), use(shared, sharedEnd)];
      const cpu = eachOf(
        programs,
        (program) => (ofInstance.includes(program) ? ownUse : sharedUse).cpu[program],
      );
      return { cpu, appMainThread: ownUse.appMainThread, redis: sharedUse.redis };
    }),
  );
}

/** Without what is done while nobody asks. */
function eachRequest(all: Use, idle: Use, seconds: number, total: number): Use {
  return combined(all, idle, (used, each) => Math.max(0, used - each * seconds) / total);
}

/** What is done each second while nobody asks: probes, metrics, timers. */
async function measureIdle(stack: ScalingStack): Promise<Use> {
  const before = await useSoFar(stack, 0);
  await wait(idleSeconds * 1000);
  return combined(await useSoFar(stack, 0), before, (now, then) => (now - then) / idleSeconds);
}

function costOf(rounds: readonly Use[]): Cost {
  const median = (value: (use: Use) => number) => rounded(quantile(rounds.map(value), 0.5), 2);
  return {
    cpu: spreadsOf(
      programs,
      rounds.map(({ cpu }) => cpu),
    ),
    appMainThread: spreadOf(rounds.map(({ appMainThread }) => appMainThread)),
    redis: {
      counting: median(({ redis }) => redis.counting),
      other: median(({ redis }) => redis.other),
    },
  };
}
