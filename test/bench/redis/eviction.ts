import { setTimeout as wait } from 'node:timers/promises';
import { table } from '@recipe-book/capacity/table';
import { redisConfig } from '@recipe-book/redis';
import { stopAll, TestServer } from '@recipe-book/redis/testing';
import { Pressure } from './pressure.ts';

/** Room for some 30,000 counters; a real one has twenty times as much, and fills as much more slowly. */
const maxMemory = '6mb';
const policies = ['allkeys-lfu', 'allkeys-lru', 'volatile-lru', 'volatile-ttl', 'noeviction'];
const seconds = 31;

/** What counters in use lose under each policy while a flood of others fills Redis. */
export async function evictionTable(): Promise<string> {
  const pressures = await Promise.all(policies.map((policy) => start(policy)));
  for (let second = 0; second < seconds; second++) {
    const next = wait(1000);
    await Promise.all(pressures.map((one) => one.second(second)));
    await next;
  }
  const [first] = pressures;
  const kinds = first?.kinds.map(({ name }) => name) ?? [];
  const rows = pressures.map((one) => [
    one.policy,
    ...one.kinds.map(({ hits, forgotten }) => `${((100 * forgotten) / hits).toFixed(1)} %`),
    String(one.refused),
  ]);
  for (const one of pressures) one.close();
  await stopAll();
  return table([['hits forgotten', ...kinds, 'refused'], ...rows]);
}

async function start(policy: string): Promise<Pressure> {
  const server = await TestServer.start((placement) => redisConfig(placement, { maxMemory }));
  await server.command('CONFIG', 'SET', 'maxmemory-policy', policy);
  const client = server.client();
  await client.connect();
  return new Pressure(policy, client);
}
