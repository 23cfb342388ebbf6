import { admitted, countingAgain } from '../testing/admitted.ts';
import { TestAuthority } from '../testing/certificates.ts';
import { limit, TestRatelimit } from '../testing/ratelimit.ts';
import { stopAll } from '../testing/running.ts';
import { TestSentinels } from '../testing/sentinels.ts';

let redis: TestSentinels;
let services: TestRatelimit[];

beforeAll(async () => {
  redis = await TestSentinels.start(new TestAuthority());
  services = [await TestRatelimit.start(redis.settings), await TestRatelimit.start(redis.settings)];
}, 60_000);
afterAll(stopAll);

test('through Sentinels, with users and TLS, two services count together, exactly', async () => {
  expect(await admitted(services, 'ada')).toBe(limit);
});

test('when the first server dies another one takes over, with its counts, and counting goes on by itself', async () => {
  for (let request = 1; request <= 40; request++) await services[0]?.count('bob');
  const first = await redis.primary();
  // Replication takes no time worth measuring, but some.
  expect(await first.command('WAIT', '2', '5000')).toBe(2);
  await first.end();
  await countingAgain(services);
  expect(await redis.primary()).not.toBe(first);
  expect((await services[0]?.count('bob'))?.remaining).toBe(limit - 41);
  expect(await admitted(services, 'carol')).toBe(limit);
}, 60_000);
