import { redisConfig } from '../config/server.ts';
import { admitted } from '../testing/admitted.ts';
import { limit, TestRatelimit } from '../testing/ratelimit.ts';
import { stopAll } from '../testing/running.ts';
import { TestServer } from '../testing/server.ts';

let server: TestServer;
let services: TestRatelimit[];

beforeAll(async () => {
  server = await TestServer.start((placement) => redisConfig(placement));
  const settings = {
    REDIS_URL: `redis://127.0.0.1:${server.port}`,
    REDIS_DB: '3',
    REDIS_KEY_PREFIX: 'kitchen:',
  };
  services = [await TestRatelimit.start(settings), await TestRatelimit.start(settings)];
});
afterAll(stopAll);

test('two services count together, exactly', async () => {
  expect(await admitted(services, 'ada')).toBe(limit);
});

test('counters stand in the database of REDIS_DB, under REDIS_KEY_PREFIX, and go by themselves', async () => {
  await services[0]?.count('bob');
  const client = server.client({ database: 3 });
  await client.connect();
  const keys = await client.keys('*');
  expect(keys.filter((key) => !key.startsWith('kitchen:ratelimit:'))).toEqual([]);
  expect(keys.some((key) => key.includes('bob'))).toBe(true);
  for (const key of keys) expect(await client.ttl(key)).toBeGreaterThan(0);
  client.destroy();
  expect(await server.command('DBSIZE')).toBe(0);
});
