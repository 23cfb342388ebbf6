import { TestRatelimit, type TestServer } from '@recipe-book/redis/testing';
import { threadsCpuOf } from '../proc/cpu.ts';
import { Asker } from './ask.ts';

/** Calls under way at the same time: as in a quiet minute and as in a busy one. */
export const loads = [1, 32] as const;
export type Load = (typeof loads)[number];

/** What was measured at one load. */
export interface Figures {
  calls: number;
  /** Processor time, µs, to the nanosecond: a tick of 10 ms is half of what Redis takes in a round. */
  ratelimitCpu: number;
  redisCpu: number;
  /** Milliseconds of each call. */
  readonly times: number[];
}

function nothing(): Figures {
  return { calls: 0, ratelimitCpu: 0, redisCpu: 0, times: [] };
}

/** A ratelimit service with one choice of settings, on the Redis that it shares with the others. */
export class Candidate {
  readonly name: string;
  readonly figures: Readonly<Record<Load, Figures>> = { 1: nothing(), 32: nothing() };
  readonly #service: TestRatelimit;
  readonly #asker: Asker;
  readonly #redis: readonly TestServer[];

  private constructor(name: string, service: TestRatelimit, redis: readonly TestServer[]) {
    this.name = name;
    this.#service = service;
    this.#asker = new Asker(service.grpcPort);
    this.#redis = redis;
  }

  static async start(
    name: string,
    settings: Record<string, string>,
    redis: readonly TestServer[],
  ): Promise<Candidate> {
    return new Candidate(name, await TestRatelimit.start(settings), redis);
  }

  /** Until all connections are open and the program has grown to its size. */
  async warmUp(): Promise<void> {
    for (let call = 0; call < 500; call++) await this.#asker.count(`client-${call}`);
  }

  /** Counts so many requests, `load` at a time. */
  async measure(load: Load, calls: number): Promise<void> {
    const figures = this.figures[load];
    const redisCpu = () => this.#redis.reduce((sum, { pid }) => sum + threadsCpuOf(pid), 0);
    const before = [threadsCpuOf(this.#service.pid), redisCpu()] as const;
    let begun = 0;
    const work = async () => {
      while (begun < calls) figures.times.push(await this.#asker.count(`client-${begun++ % 500}`));
    };
    await Promise.all(Array.from({ length: load }, work));
    figures.calls += calls;
    figures.ratelimitCpu += threadsCpuOf(this.#service.pid) - before[0];
    figures.redisCpu += redisCpu() - before[1];
  }

  /** How many calls fail in turn after Redis has closed all connections, as it does at a failover. */
  async lostAfterClosing(): Promise<number> {
    for (const server of this.#redis) await server.command('CLIENT', 'KILL', 'TYPE', 'normal');
    let lost = 0;
    for (let good = 0; good < 100; ) {
      try {
        await this.#asker.count(`client-${good}`);
        good += 1;
      } catch {
        lost += 1;
        good = 0;
      }
    }
    return lost;
  }

  close(): void {
    this.#asker.close();
  }
}
