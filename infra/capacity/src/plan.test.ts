import { usualAssumptions } from './assumptions.ts';
import { demandOf, mostOnOneMachine } from './demand.ts';
import { readMix, usualMix } from './mix.ts';
import { planFor } from './plan.ts';
import { settingsFor } from './settings-for.ts';
import { madeUp, present } from './testing/made-up.ts';

const demand = demandOf(madeUp, usualMix);
const assumptions = { ...usualAssumptions, utilisation: 0.5, node: { cores: 8 } };
const plan = (rate: number) => planFor(rate, demand, present, assumptions);

test('a machine that runs everything takes what its cores have time for, the client included', () => {
  // 5 ms a request for all programs.
  expect(mostOnOneMachine(demand, 2)).toBeCloseTo(400);
  expect(mostOnOneMachine(demand, 2, 0.005)).toBeCloseTo(200);
});

test('what everything at work at once takes more is taken to be so for all kinds', () => {
  const exactly = (value: number) => ({ least: value, median: value, most: value });
  const { cpu } = madeUp.costs.list;
  const busy = {
    instances: 1,
    rate: exactly(200),
    cpu: { ...cpu, app: exactly(3000), client: exactly(500) },
    rounds: [],
  };
  const sustained = demandOf({ ...madeUp, saturation: [busy] }, readMix('login=1'));
  expect(sustained.cpu.app).toBeCloseTo(0.003);
  // All but the hashing, which takes 1 ms beside it.
  expect(sustained.appMainThread).toBeCloseTo(0.002);
  expect(sustained.cpu.envoy).toBeCloseTo(0.001);
});

test('the thread of the app bounds a pod, and so many pods are planned that it works half of the time', () => {
  const { pods } = plan(10_000);
  expect(pods.limits).toContainEqual(
    expect.objectContaining({ name: 'the app’s main thread', rate: 1000 }),
  );
  expect(pods).toMatchObject({ ratePerPod: 500, needed: 20 });
});

test('what may be raised does not make more pods, but is told: the first that ends stands first', () => {
  const { pods } = plan(10_000);
  expect(pods.limits[0]).toMatchObject({
    name: expect.stringContaining('MAX_CONNECTIONS'),
    rate: 200,
  });
  expect(pods.connections).toBe(5000);
  // 35 s of 500 traces of 18 kB, and more than is asked for now.
  expect(pods.collectorMemory).toBeGreaterThan(present.collectorMemory);
});

test('a node may be lost: its pods are there once more, by what they ask for', () => {
  // A pod uses 2 cores and asks for 2.7, so two are on a node of eight.
  expect(plan(10_000).pods).toMatchObject({
    requests: { app: 1450, envoy: 750, collector: 500 },
    total: 22,
  });
  // All are on one node.
  expect(plan(1000).pods).toMatchObject({ needed: 2, total: 4 });
});

test('commands to the database are those of the mix, and what is done while nobody asks counts', () => {
  const { list } = madeUp.costs;
  const figures = {
    ...madeUp,
    costs: { ...madeUp.costs, login: { ...list, databaseCommands: 3 } },
    idle: { ...madeUp.idle, app: 100_000 },
  };
  const { pods, database } = planFor(
    1000,
    demandOf(figures, readMix('list=1,login=1')),
    present,
    assumptions,
  );
  expect(database.commands).toBe(2000);
  expect(pods.cores.app).toBeCloseTo(1.1);
});

test('a Redis that is busy for longer than planned is split; the counter of all clients cannot be', () => {
  expect(plan(5000).redis).toMatchObject({ busy: 0.5, servers: 1 });
  const { redis } = plan(20_000);
  expect(redis.servers).toBe(4);
  // Two of four commands are for it.
  expect(redis.hottest).toBeCloseTo(1);
});

test('what all pods share ends in order, by the present settings', () => {
  const names = plan(1000).limits.map(({ name, rate }) => [
    name.replace(/ \(.*/, ''),
    Math.round(rate),
  ]);
  expect(names).toEqual([
    ['maxReplicas of the app', 5000],
    ['the ratelimit service', 8000],
    ['memory of Redis for counters', 9093],
    ['RATE_LIMIT_GLOBAL_MAX_REQUESTS', 10_000],
    ['the thread of one Redis', 10_000],
    ['one node of a Redis cluster, for the counter of all clients', 20_000],
  ]);
});

test('the settings are those of cdk8s, with CPU requests that the autoscaler keeps to', () => {
  const text = settingsFor(plan(10_000), present);
  expect(text).toContain('replicas: { minReplicas: 20, maxReplicas: 22, cpuUtilization: 70 }');
  // 1 core, 70 % of what is asked for; in steps of 50m.
  expect(text).toContain("size: { cpu: '1450m', ... }");
  expect(text).toContain("RATE_LIMIT_GLOBAL_MAX_REQUESTS: '15000'");
  expect(text).toContain('REDIS_MODE=cluster, 2 servers');
});

test('a limit of all clients is not kept where its one counter is too much for a thread of Redis', () => {
  expect(settingsFor(plan(20_000), present)).toContain("RATE_LIMIT_OVERRIDES: 'global=off'");
});
