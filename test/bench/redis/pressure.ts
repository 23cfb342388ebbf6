import type { TestServer } from '@recipe-book/redis/testing';

/** Counters that are alike, and what became of their hits. */
interface Kind {
  readonly name: string;
  /** Seconds that a counter lives after a hit: a little longer than the unit that it counts in. */
  readonly life: number;
  /** A hit comes every so many seconds. */
  readonly every: number;
  readonly counts: number[];
  hits: number;
  forgotten: number;
}

const countersOfKind = 200;
/** Clients that come once, each second; half of them have counters of minutes. */
const strangers = 1500;
/** Answers that are kept, each second. */
const answers = 100;
const answer = 'x'.repeat(4096);
const minute = 60;
const hour = 3600;

/** Fills one Redis with counters of strangers and with answers, while others go on counting. */
export class Pressure {
  readonly policy: string;
  readonly kinds: readonly Kind[] = [
    kind('minute, each second', minute, 1),
    kind('minute, each 5 s', minute, 5),
    kind('minute, each 15 s', minute, 15),
    kind('hour, each second', hour, 1),
    kind('hour, each 5 s', hour, 5),
    kind('hour, each 15 s', hour, 15),
  ];
  /** Hits that Redis did not take. */
  refused = 0;
  readonly #client: ReturnType<TestServer['client']>;
  #names = 0;

  constructor(policy: string, client: ReturnType<TestServer['client']>) {
    this.policy = policy;
    this.#client = client;
  }

  /** What happens in a second. */
  async second(second: number): Promise<void> {
    const work: Promise<unknown>[] = [];
    for (const one of this.kinds) {
      if (second % one.every > 0) continue;
      for (let at = 0; at < countersOfKind; at++) work.push(this.#hit(one, at));
    }
    for (let at = 0; at < strangers; at++) {
      work.push(this.#count(`stranger-${this.#names++}`, at % 2 ? minute : hour));
    }
    for (let at = 0; at < answers; at++) {
      const expiration = { type: 'EX', value: 300 } as const;
      work.push(this.#client.set(`answer-${this.#names++}`, answer, { expiration }));
    }
    const results = await Promise.allSettled(work);
    this.refused += results.filter(({ status }) => status === 'rejected').length;
  }

  close(): void {
    this.#client.destroy();
  }

  async #hit(one: Kind, at: number): Promise<void> {
    const expected = (one.counts[at] ?? 0) + 1;
    one.hits += 1;
    const counted = await this.#count(`${one.name}-${at}`, one.life);
    one.forgotten += expected - counted;
    one.counts[at] = counted;
  }

  /** As the ratelimit service does it. */
  async #count(name: string, life: number): Promise<number> {
    const [count] = await Promise.all([
      this.#client.incrBy(name, 1),
      this.#client.expire(name, life + Math.floor(30 * Math.random())),
    ]);
    return count;
  }
}

function kind(name: string, life: number, every: number): Kind {
  return { name, life, every, counts: [], hits: 0, forgotten: 0 };
}
