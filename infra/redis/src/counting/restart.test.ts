import { redisConfig } from '../config/server.ts';
import { limit, TestRatelimit } from '../testing/ratelimit.ts';
import { stopAll } from '../testing/running.ts';
import { TestServer } from '../testing/server.ts';
import { soon } from '../testing/soon.ts';

afterEach(stopAll);

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'what was counted before Redis is ended by %s still counts after it is back',
  async (signal) => {
    const server = await TestServer.start((placement) => redisConfig(placement));
    const service = await TestRatelimit.start({ REDIS_URL: `redis://127.0.0.1:${server.port}` });
    for (let request = 1; request <= 40; request++) await service.count('ada');
    await server.end(signal);
    await server.start();
    let remaining = limit;
    await soon('the service counts again', async () => {
      ({ remaining } = await service.count('ada'));
      return true;
    });
    // Requests whose answer was lost may have been counted as well.
    expect(remaining).toBeLessThan(limit - 40);
  },
);
