import { redisConfig } from '../config/server.ts';
import { admitted } from '../testing/admitted.ts';
import { limit, TestRatelimit } from '../testing/ratelimit.ts';
import { stopAll } from '../testing/running.ts';
import { TestServer } from '../testing/server.ts';

const maxMemory = '6mb';

/** Puts answers as large as those of the cache into Redis, more than it can hold. */
async function fill(server: TestServer): Promise<void> {
  const client = server.client();
  await client.connect();
  const answer = 'x'.repeat(4096);
  const writes = Array.from({ length: 3000 }, (_, at) =>
    client.set(`recipe-book:cache:${at}`, answer, { expiration: { type: 'EX', value: 300 } }),
  );
  await Promise.all(writes);
  client.destroy();
}

afterEach(stopAll);

test('a Redis that the cache fills goes on counting, and keeps the counters in use', async () => {
  const server = await TestServer.start((placement) => redisConfig(placement, { maxMemory }));
  const service = await TestRatelimit.start({ REDIS_URL: `redis://127.0.0.1:${server.port}` });
  for (let request = 1; request <= 40; request++) await service.count('ada');
  await fill(server);
  const info = String(await server.command('INFO'));
  expect(Number(/evicted_keys:(\d+)/.exec(info)?.[1])).toBeGreaterThan(1000);
  expect((await service.count('ada')).remaining).toBe(limit - 41);
  expect(await admitted([service], 'bob')).toBe(limit);
});
