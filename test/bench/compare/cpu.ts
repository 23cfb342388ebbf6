import { setTimeout as wait } from 'node:timers/promises';
import { programs } from '@recipe-book/capacity';
import { Progress } from '../../../app/src/seed/progress.ts';
import { repeat } from '../../harness/client.ts';
import { eachOf } from '../each-of.ts';
import { threadsCpuOf } from '../proc/cpu.ts';
import { Sender } from '../requests/sender.ts';
import { type ComparedKind, comparedKinds, requests } from './compared-kinds.ts';
import type { Side } from './side.ts';

/** Each program, and all of them. */
export const measured = [...programs, 'total'] as const;
type Measured = (typeof measured)[number];

/** One value a round; none of a round in which one of the two took no time that could be measured. */
export type Ratios = Readonly<Record<Measured, number[]>>;

export interface CpuCompared {
  /** Processor time of the working tree as a multiple of the commit's. */
  readonly ratios: Readonly<Record<ComparedKind | 'together', Ratios>>;
  /** Processor time of the working tree, µs a request. */
  readonly now: Readonly<Record<ComparedKind | 'together', Ratios>>;
}

const concurrency = 8;
/** Envoy sends spans and log lines once a second. Milliseconds. */
const settled = 1200;
/** Node compiles what is asked for often. */
const warmUpRounds = 2;
/** What has done its work when a request is answered; the Collector comes seconds later. */
const measuredSoon = programs.filter((program) => program !== 'collector');

/**
 * The same requests to both, one after the other, so that whatever else the machine does meets both alike; the one that
 * is asked first changes from round to round. What the Collector does comes seconds later, so it is compared for whole rounds alone.
 */
export async function compareCpu(old: Side, now: Side, rounds: number): Promise<CpuCompared> {
  const names = [...comparedKinds, 'together'] as const;
  const empty = () => eachOf(names, () => eachOf(measured, (): number[] => []));
  const [ratios, times] = [empty(), empty()];
  const senders = new Map([old, now].map((side) => [side, new Sender(side.scene, [side.port])]));
  const progress = new Progress(process.stderr, 'rounds', rounds + warmUpRounds);
  for (let round = 0; round < rounds + warmUpRounds; round++) {
    for (const sender of senders.values()) await sender.refuse();
    const order = round % 2 === 0 ? [old, now] : [now, old];
    const before = new Map(order.map((side) => [side, cpuTimes(side)]));
    const note = (
      name: ComparedKind | 'together',
      used: ReadonlyMap<Side, Times>,
      requestsSent: number,
    ) => {
      if (round < warmUpRounds) return;
      for (const program of name === 'together' ? measured : measuredSoon) {
        const [one = 0, other = 0] = [used.get(now)?.[program], used.get(old)?.[program]];
        if (one <= 0 || other <= 0) continue;
        ratios[name][program].push(one / other);
        times[name][program].push(one / requestsSent);
      }
    };
    for (const kind of comparedKinds) {
      const used = new Map<Side, Times>();
      for (const side of order) {
        const begun = cpuTimes(side);
        await repeat(requests[kind], concurrency, async () => senders.get(side)?.send(kind));
        await wait(settled);
        used.set(side, since(begun, cpuTimes(side)));
      }
      note(kind, used, requests[kind]);
    }
    const all = comparedKinds.reduce((sum, kind) => sum + requests[kind], 0);
    note(
      'together',
      new Map(order.map((side) => [side, since(before.get(side), cpuTimes(side))])),
      all,
    );
    progress.show(round + 1);
  }
  for (const sender of senders.values()) sender.close();
  return { ratios, now: times };
}

type Times = Record<Measured, number>;

function cpuTimes(side: Side): Times {
  const times = eachOf(programs, (program) => threadsCpuOf(side.pid(program)));
  return { ...times, total: Object.values(times).reduce((sum, time) => sum + time, 0) };
}

function since(before: Times | undefined, after: Times): Times {
  return eachOf(measured, (program) => after[program] - (before?.[program] ?? 0));
}
