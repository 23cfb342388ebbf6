import { randomUUID } from 'node:crypto';
import { admitted, countingAgain } from '../testing/admitted.ts';
import { TestCluster } from '../testing/cluster.ts';
import { limit, TestRatelimit } from '../testing/ratelimit.ts';
import { stopAll } from '../testing/running.ts';
import type { TestServer } from '../testing/server.ts';

let redis: TestCluster;
let services: TestRatelimit[];

beforeAll(async () => {
  redis = await TestCluster.start();
  services = [await TestRatelimit.start(redis.settings), await TestRatelimit.start(redis.settings)];
}, 60_000);
afterAll(stopAll);

interface Counted {
  readonly client: string;
  /** The node that has its counter. */
  readonly node: TestServer;
}

/** Counts one request each of clients, until there is one for each of the three nodes. */
async function oneForEachNode(name: string): Promise<Counted[]> {
  const found = new Map<TestServer, Counted>();
  while (found.size < 3) {
    // Names that are much alike share a node.
    const client = `${name}-${randomUUID()}`;
    await services[0]?.count(client);
    const key = await redis.keyWith(`_${client}_`);
    const node = await redis.ownerOf(key);
    if (!found.has(node)) found.set(node, { client, node });
  }
  return [...found.values()];
}

test('in a cluster, with users, two services count together, exactly, whichever node has the counter', async () => {
  for (const { client } of await oneForEachNode('ada')) {
    expect(await admitted(services, client)).toBe(limit - 1);
  }
});

test('when a node dies its follower takes over, with its counts; meanwhile the others count', async () => {
  const [dying, ...others] = await oneForEachNode('bob');
  for (let request = 2; request <= 40; request++) await services[0]?.count(`${dying?.client}`);
  expect(await dying?.node.command('WAIT', '1', '5000')).toBe(1);
  await dying?.node.end();
  for (const { client } of others) {
    expect((await services[1]?.count(client))?.remaining).toBe(limit - 2);
  }
  const { remaining } = await countedAgain(`${dying?.client}`);
  expect(remaining).toBeLessThan(limit - 40);
  await countingAgain(services);
  for (const { client } of await oneForEachNode('carol')) {
    expect(await admitted(services, client)).toBe(limit - 1);
  }
}, 90_000);

/** The first answer that both services give again to a client. */
async function countedAgain(client: string) {
  for (;;) {
    const answers = services.map((service) => service.count(client).catch(() => undefined));
    const [first, second] = await Promise.all(answers);
    if (first && second) return first;
  }
}
