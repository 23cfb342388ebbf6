import { setTimeout as wait } from 'node:timers/promises';
import { redisConfig } from '../config/server.ts';
import { admitted } from '../testing/admitted.ts';
import { limit, TestRatelimit } from '../testing/ratelimit.ts';
import { stopAll } from '../testing/running.ts';
import { TestServer } from '../testing/server.ts';

afterEach(stopAll);

/** Room for some thousand answers of the cache. */
const maxMemory = '6mb';
const answer = 'x'.repeat(4096);
/** Longer than the counters of the test, as answers live longer than counters of a minute. */
const life = 2 * 366 * 86_400;

test('a Redis that the cache fills goes on counting, and keeps the counters in use', async () => {
  const server = await TestServer.start((placement) => redisConfig(placement, { maxMemory }));
  const service = await TestRatelimit.start({ REDIS_URL: `redis://127.0.0.1:${server.port}` });
  const client = server.client();
  await client.connect();
  for (let second = 0; second < 6; second++) {
    await service.count('ada');
    const expiration = { type: 'EX', value: life } as const;
    const writes = Array.from({ length: 400 }, (_, at) =>
      client.set(`recipe-book:cache:${second}-${at}`, answer, { expiration }),
    );
    await Promise.all(writes);
    // Redis tells by whole seconds which key was used last.
    await wait(1000);
  }
  client.destroy();
  const info = String(await server.command('INFO'));
  expect(Number(/evicted_keys:(\d+)/.exec(info)?.[1])).toBeGreaterThan(500);
  expect((await service.count('ada')).remaining).toBe(limit - 7);
  expect(await admitted([service], 'bob')).toBe(limit);
});
