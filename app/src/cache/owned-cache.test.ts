import { loadSettings } from '@recipe-book/settings';
import fc from 'fast-check';
import { Types } from 'mongoose';
import { Database } from '../database/connection.ts';
import { createLogger } from '../logging/logger.ts';
import { Redis } from '../redis/redis.ts';
import { eventually } from '../testing/app-process.ts';
import { startDatabase, type TestDatabase } from '../testing/database.ts';
import { collectLines } from '../testing/log-lines.ts';
import { startRedis, type TestRedis } from '../testing/redis.ts';
import { ageStamp } from '../testing/stamps.ts';
import { Cache } from './cache.ts';
import { OwnedCache } from './owned-cache.ts';
import { Stamps } from './stamps.ts';

const minute = 60_000;
/**
 * So long that only the time that a test lets pass counts, and not that which it takes. Tests let
 * whole minutes pass, so a stamp never is just as old as it must be to have settled.
 */
const times = { longestWrite: 30 * minute, clockSkew: 5.5 * minute };
/** Minutes after which a stamp has settled. */
const settled = 36;

/** What each instance has of its own. */
interface Instance {
  readonly database: Database;
  readonly redis: Redis;
  readonly cache: Cache;
  readonly cached: OwnedCache;
}

let stored: TestDatabase;
let server: TestRedis;
let instances: readonly [Instance, Instance];
/** What the clock shows by which instances measure how long writes take. */
let now = 0;

beforeAll(async () => {
  [stored, server] = await Promise.all([startDatabase(), startRedis()]);
  instances = await Promise.all([start(), start()]);
}, 20_000);
afterAll(async () => {
  await Promise.all(instances.flatMap(({ database, redis }) => [database.close(), redis.close()]));
  await Promise.all([server.stop(), stored.stop()]);
});

async function start(): Promise<Instance> {
  const settings = loadSettings({ REDIS_URL: server.url, DB_CONNECTION_POOL_MIN: '0' });
  const logger = createLogger(settings, collectLines().stream);
  const database = new Database(stored.uri, settings, logger);
  const stamps = new Stamps(database.connection, 'Stamp', times, () => now);
  const redis = new Redis(settings, logger);
  const cache = new Cache(redis.store('cache', 5000), 300_000);
  const cached = new OwnedCache('things', stamps, cache);
  await database.connect();
  redis.connect();
  await eventually(
    () => redis.ping().catch(() => 'away'),
    (answer) => answer !== 'away',
  );
  return { database, redis, cache, cached };
}

/** Data of one user, whose value counts the writes, as both instances see it. */
class Data {
  readonly owner = String(new Types.ObjectId());
  value = 0;
  /** How often the value was read from here, and not from the cache. */
  reads = 0;

  /** @param pause where reading from here waits before it is over. */
  read({ cached }: Instance, query = {}, pause = noPause): Promise<number> {
    return cached.read(this.owner, query, async () => {
      const { value } = this;
      this.reads += 1;
      await pause();
      return value;
    });
  }

  /**
   * @param before where it waits before it writes, and `after` after that.
   * @returns the value that it wrote.
   */
  write({ cached }: Instance, before = noPause, after = noPause): Promise<number> {
    return cached.change(this.owner, async () => {
      await before();
      this.value += 1;
      const { value } = this;
      await after();
      return value;
    });
  }

  /** Lets time pass, for all instances. Only while no write is on its way to the database. */
  async pass(minutes: number): Promise<void> {
    const [{ database }] = instances;
    await ageStamp(database.connection, 'stamps', this.owner, minutes * minute);
    now += minutes * minute;
  }

  /** Lets time pass until the stamp has settled, and reads until the answer comes from the cache. */
  async untilKept(instance: Instance): Promise<void> {
    await this.pass(settled);
    await eventually(
      async () => {
        const before = this.reads;
        await this.read(instance);
        return this.reads - before;
      },
      (reads) => reads === 0,
    );
  }
}

async function noPause(): Promise<void> {}

test('what is read while a write is under way is not kept', async () => {
  const [one, other] = instances;
  const data = new Data();
  await data.write(one);
  await data.untilKept(other);
  await data.write(one, async () => {
    await data.pass(times.longestWrite / minute - 1);
    expect(await data.read(other)).toBe(1);
  });
  await data.untilKept(other);
  expect(await data.read(other)).toBe(2);
});

test('what is kept while a write takes longer than usual is not used after it', async () => {
  const [one, other] = instances;
  const data = new Data();
  await data.write(one, () => data.untilKept(other));
  expect(await data.read(other)).toBe(1);
});

test('a write that fails, and yet is carried out later, is seen', async () => {
  const [one, other] = instances;
  const data = new Data();
  const failing = data.write(one, async () => {
    await data.untilKept(other);
    throw new Error('The connection was lost.');
  });
  await expect(failing).rejects.toThrow('lost');
  data.value = 7;
  expect(await data.read(other)).toBe(7);
});

test('who never wrote anything is given nothing that was kept', async () => {
  const data = new Data();
  await data.read(instances[0]);
  await data.read(instances[0]);
  expect(data.reads).toBe(2);
});

test('a failing read fails for all who wait for it, and is tried anew by the next', async () => {
  const [one, other] = instances;
  let asked = 0;
  const fail = async () => {
    asked += 1;
    throw new Error('No luck.');
  };
  const waiting = [1, 2, 3].map(() => one.cache.read('failing', fail));
  const results = await Promise.allSettled(waiting);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(asked).toBe(1);
  expect(await other.cache.read('failing', async () => 'luck')).toBe('luck');
});

/** Work that goes on from one pause to the next only when it is told to. */
class Lane {
  #work = Promise.resolve();
  #goOn: (() => void) | undefined;
  #onPause = (): void => {};

  /** Where the work waits. */
  readonly pause = (): Promise<void> =>
    new Promise((goOn) => {
      this.#goOn = goOn;
      this.#onPause();
    });

  get isBusy(): boolean {
    return this.#goOn !== undefined;
  }

  /** Lets the work that waits go on, else begins some; until it waits again or is over. */
  async advance(begin: () => Promise<void>): Promise<void> {
    const paused = new Promise<void>((resolve) => {
      this.#onPause = resolve;
    });
    const goOn = this.#goOn;
    this.#goOn = undefined;
    if (goOn) goOn();
    else this.#work = begin();
    await Promise.race([paused, this.#work]);
  }
}

/** What reads and writes again and again. Reads ask for different things: none waits for another. */
const newLanes = () => ({
  'one write': new Lane(),
  'another write': new Lane(),
  'one read': new Lane(),
  'another read': new Lane(),
  'a third read': new Lane(),
});
type Name = keyof ReturnType<typeof newLanes>;
const names = Object.keys(newLanes()) as Name[];

/** Nearly none, so much that a write may still be under way, or any. */
const minutes = fc.oneof(
  { weight: 2, arbitrary: fc.nat(3) },
  { weight: 2, arbitrary: fc.integer({ min: 10, max: 28 }) },
  { weight: 1, arbitrary: fc.nat(2 * settled) },
);
const step = fc.record({ name: fc.constantFrom(...names), at: fc.constantFrom(0, 1) });
/** Lanes that go on at once, after some time. */
const move = fc.record({
  minutes,
  steps: fc.uniqueArray(step, { selector: ({ name }) => name, minLength: 1, maxLength: 2 }),
});
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

test('in every order of reads and writes, a read sees the writes that were over when it began', async () => {
  const run = async (moves: Move[]) => {
    const data = new Data();
    const lanes = newLanes();
    let over = await data.write(instances[0]);
    const advance = (name: Name, at: Instance) => {
      const lane = lanes[name];
      return lane.advance(async () => {
        if (name.endsWith('write')) {
          over = Math.max(over, await data.write(at, lane.pause, lane.pause));
        } else {
          const before = over;
          expect(await data.read(at, { name }, lane.pause)).toBeGreaterThanOrEqual(before);
        }
      });
    };
    for (const { minutes, steps } of moves) {
      await data.pass(minutes);
      await Promise.all(steps.map(({ name, at }) => advance(name, instances[at])));
    }
    for (const name of names) {
      while (lanes[name].isBusy) await advance(name, instances[0]);
    }
    await data.pass(settled);
    for (const name of names) {
      for (const at of instances) expect(await data.read(at, { name })).toBe(data.value);
    }
  };
  const moves = fc.array(move, { minLength: 1, maxLength: 60, size: 'max' });
  await fc.assert(fc.asyncProperty(moves, run), { numRuns: 20, endOnFailure: true });
}, 60_000);
