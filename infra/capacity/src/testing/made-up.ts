import { type Cost, kinds, type Measured } from '../measured.ts';
import type { Present } from '../present.ts';

const exactly = (value: number) => ({ least: value, median: value, most: value });

/** Every kind takes the same: 1 ms of the app's main thread, 2 ms of it in all, 1 ms of Envoy, 0.1 ms of Redis. */
const cost: Cost = {
  cpu: {
    app: exactly(2000),
    envoy: exactly(1000),
    collector: exactly(1000),
    ratelimit: exactly(500),
    redis: exactly(100),
    database: exactly(400),
  },
  appMainThread: exactly(1000),
  redis: { counting: 4, other: 0 },
  databaseCommands: 1,
};

export const madeUp: Measured = {
  date: '2026-11-26',
  machine: { processor: 'made up', cores: 2 },
  rounds: 1,
  costs: Object.fromEntries(kinds.map((kind) => [kind, cost])) as Measured['costs'],
  idle: { app: 0, envoy: 0, collector: 0, ratelimit: 0, redis: 0, database: 0 },
  saturation: [],
};

export const present: Present = {
  envoyWorkers: 2,
  mostConnections: 2000,
  traces: { most: 50_000, seconds: 35 },
  collectorMemory: 320 * 1024 ** 2,
  pods: 10,
  ratelimitReplicas: 2,
  ratelimitCollector: 20,
  besides: [
    { name: 'redis', count: 3, cpu: 50 },
    { name: 'sentinel', count: 3, cpu: 10 },
  ],
  globalLimit: 10_000,
  windowSeconds: 900,
  databasePool: 50,
  cpuUtilization: 70,
};
