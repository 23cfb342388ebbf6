import { stopAll, TestAuthority, TestCluster, TestSentinels } from '@recipe-book/redis/testing';
import { call, freshAddress, repeat } from '../harness/client.ts';
import { type OwnStack, ownStack } from '../harness/own-stack.ts';
import { untilWindowHasRoom } from '../harness/until.ts';

/** Settings of `make up` that lead to a Redis of some kind. */
const kinds: Record<string, () => Promise<Record<string, string>>> = {
  'Sentinels with users and TLS': async () =>
    (await TestSentinels.start(new TestAuthority())).settings,
  'a cluster with users': async () => (await TestCluster.start()).settings,
  'its own Redis with users': async () => ({
    REDIS_USERNAME: 'app',
    REDIS_PASSWORD: 'of the app',
    REDIS_RATELIMIT_USERNAME: 'ratelimit',
    REDIS_RATELIMIT_PASSWORD: 'of:the "service"',
  }),
};

let stack: OwnStack | undefined;
afterEach(async () => {
  stack?.stop();
  stack = undefined;
  await stopAll();
}, 60_000);

test.each(Object.keys(kinds))(
  'make up works with %s: requests are counted and the app has it too',
  async (kind) => {
    stack = await ownStack((await kinds[kind]?.()) ?? {});
    const { port } = stack;
    const from = freshAddress();
    await untilWindowHasRoom(900, 10);
    const answers = await repeat(5, 1, () => call({ port, path: '/api/openapi.json', from }));
    const remaining = answers.map(({ headers }) => Number(headers['x-ratelimit-remaining']));
    expect(remaining).toEqual([99, 98, 97, 96, 95]);
    const { json } = await call({ port, path: '/health' });
    expect(json).toMatchObject({ status: 'ok', checks: { redis: 'ok' } });
  },
  120_000,
);
