import { setTimeout as delay } from 'node:timers/promises';
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
import { Cache } from './cache.ts';
import { OwnedCache } from './owned-cache.ts';
import { Stamps } from './stamps.ts';

/** Milliseconds that a write usually takes at most, and after which a stamp has settled. */
const longestWrite = 30;
const settled = 35;

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
  const times = { longestWrite, clockSkew: settled - longestWrite };
  const stamps = new Stamps(database.connection, 'Stamp', times);
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

  /** @param duration milliseconds that reading from here takes. */
  read({ cached }: Instance, duration = 0): Promise<number> {
    return cached.read(this.owner, {}, async () => {
      const { value } = this;
      this.reads += 1;
      await delay(duration);
      return value;
    });
  }

  /** @returns the value that it wrote. */
  write({ cached }: Instance, before = noPause, after = noPause): Promise<number> {
    return cached.change(this.owner, async () => {
      await before();
      this.value += 1;
      const { value } = this;
      await after();
      return value;
    });
  }

  /** Reads until the answer comes from the cache. */
  async untilKept(instance: Instance): Promise<void> {
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

/** Writes are of the usual length or, now and then, longer. */
const writePause = fc.nat((longestWrite * 2) / 3);
const pause = fc.nat(2 * settled);
const instance = fc.nat(1);
const step = fc.oneof(
  fc.record({ kind: fc.constant('read' as const), instance, begin: pause, duration: writePause }),
  fc.record({
    kind: fc.constant('write' as const),
    instance,
    begin: pause,
    before: writePause,
    after: writePause,
  }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

test('in every order of reads and writes, a read sees the writes that were over when it began', async () => {
  const run = async (bursts: Step[][]) => {
    const data = new Data();
    let over = 0;
    const take = async (step: Step) => {
      await delay(step.begin);
      const at = instances[step.instance] ?? instances[0];
      if (step.kind === 'read') {
        const before = over;
        expect(await data.read(at, step.duration)).toBeGreaterThanOrEqual(before);
      } else {
        const written = data.write(
          at,
          () => delay(step.before),
          () => delay(step.after),
        );
        over = Math.max(over, await written);
      }
    };
    for (const burst of bursts) {
      await Promise.all(burst.map(take));
      for (const at of instances) expect(await data.read(at)).toBe(data.value);
    }
  };
  const bursts = fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), { maxLength: 5 });
  await fc.assert(fc.asyncProperty(bursts, run), { numRuns: 30, endOnFailure: true });
}, 60_000);
