import { setTimeout as wait } from 'node:timers/promises';
import { type Cost, type Kind, kinds, programs } from '@recipe-book/capacity';
import { Progress } from '../../../app/src/seed/progress.ts';
import { repeat } from '../../harness/client.ts';
import { eachOf } from '../each-of.ts';
import { median } from '../report/median.ts';
import { rounded } from '../report/rounded.ts';
import { Sender } from '../requests/sender.ts';
import { concurrency, type Effort } from './effort.ts';
import { spreadOf, spreadsOf } from './spreads.ts';
import type { ScalingStack } from './stack.ts';
import { combined, difference, isOfInstance, type Use, useSoFar } from './use.ts';

/** So many of a kind take about as long as of any other. */
const requests: Readonly<Record<Kind, number>> = {
  list: 200,
  item: 200,
  create: 80,
  login: 25,
  asset: 250,
  refused: 400,
  shed: 600,
};

/** The app sends spans every 5 s, the Collector decides a second later: an instance's work is then done. Milliseconds. */
const settled = 6500;
/** So is that of what instances share. */
const sharedSettled = 300;
/** A round takes no longer, on a slow machine. */
const roundSeconds = 120;

/**
 * The cost of each kind of request. All kinds in turn, round after round, each at the next instance, so that one can
 * settle while others are asked. The Collector of the first also serves the ratelimit service, which in a cluster has one of its own:
 * the median leaves that out, since a kind is there in every third round.
 * @param idle what each instance does in a second while nobody asks.
 */
export async function measureCosts(
  stack: ScalingStack,
  idle: readonly Use[],
  { rounds }: Effort,
): Promise<Record<Kind, Cost>> {
  const instances = stack.ingresses.length;
  const senders = stack.ingresses.map((port) => new Sender(stack.scene, [port]));
  const seen = eachOf(kinds, (): Use[] => []);
  // The first rounds warm up what is compiled while it runs, once in each instance.
  const progress = new Progress(process.stderr, 'rounds', rounds + instances);
  for (let round = 0; round < rounds + instances; round++) {
    const settle = round < instances ? 0 : settled;
    const groups = groupsOf(round, instances);
    for (const { kind, instance } of groups.flat()) {
      if (kind === 'refused') await senders[instance]?.refuse(requests.refused, roundSeconds);
      if (kind === 'shed') await senders[instance]?.shed();
    }
    await wait(settle);
    for (const turns of groups) {
      const uses = await measureGroup(stack, senders, turns, idle, settle);
      if (settle === 0) continue;
      for (const [at, { kind }] of turns.entries()) seen[kind].push(...uses.slice(at, at + 1));
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

/** As many kinds at a time as there are instances, each at one of its own. */
function groupsOf(round: number, instances: number): Turn[][] {
  const turns = kinds.map((kind, at) => ({ kind, instance: (at + round) % instances }));
  return Array.from({ length: Math.ceil(turns.length / instances) }, (_, group) =>
    turns.slice(group * instances, (group + 1) * instances),
  );
}

/** Several kinds, each at an instance of its own; what a request of each uses. */
async function measureGroup(
  stack: ScalingStack,
  senders: readonly Sender[],
  turns: readonly Turn[],
  idle: readonly Use[],
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
        eachRequest(all, idle[instance] ?? all, (end - begin) / 1000, requests[kind]);
      const [ownUse, sharedUse] = [use(own, performance.now()), use(shared, sharedEnd)];
      const cpu = eachOf(
        programs,
        (program) => (isOfInstance(program) ? ownUse : sharedUse).cpu[program],
      );
      const { redis, databaseCommands } = sharedUse;
      return { cpu, appMainThread: ownUse.appMainThread, redis, databaseCommands };
    }),
  );
}

/** Without what is done while nobody asks. */
function eachRequest(all: Use, idle: Use, seconds: number, total: number): Use {
  return combined(all, idle, (used, each) => Math.max(0, used - each * seconds) / total);
}

function costOf(rounds: readonly Use[]): Cost {
  const middle = (value: (use: Use) => number) => rounded(median(rounds.map(value)), 2);
  return {
    cpu: spreadsOf(
      programs,
      rounds.map(({ cpu }) => cpu),
    ),
    appMainThread: spreadOf(rounds.map(({ appMainThread }) => appMainThread)),
    redis: {
      counting: middle(({ redis }) => redis.counting),
      other: middle(({ redis }) => redis.other),
    },
    databaseCommands: middle(({ databaseCommands }) => databaseCommands),
  };
}
