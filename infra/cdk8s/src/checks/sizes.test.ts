import { type EnvironmentOptions, environmentOptions } from '../environments.ts';
import { problemsOf } from '../testing/problems.ts';

const { development, staging } = environmentOptions;
const { redis, app } = staging;

test.each<[string, Partial<EnvironmentOptions>]>([
  [
    'staging: app.size asks for 1Gi of memory, which is more than its limit of 768Mi.',
    { app: { ...app, size: { ...app.size, memory: '1Gi' } } },
  ],
  [
    'ENVOY_MEMORY_LIMIT is 192 MiB; in staging it must not be below the 1Gi that the container asks for.',
    { app: { ...app, envoySize: { ...app.envoySize, memory: '1Gi' } } },
  ],
  [
    'staging: app.envoySize holds "96M"; allowed: a whole number with Mi or Gi, such as 512Mi.',
    { app: { ...app, envoySize: { ...app.envoySize, memory: '96M' } } },
  ],
  [
    'staging: redis.size.memoryLimit is 128Mi; Redis needs 256Mi at least, twice what it may fill.',
    { redis: { ...redis, size: { ...redis.size, memoryLimit: '128Mi' } } },
  ],
  [
    'staging: redis.storage holds "1GB"; allowed: a whole number with Mi or Gi, such as 512Mi.',
    { redis: { ...redis, storage: '1GB' } },
  ],
  [
    'staging: ratelimit.size holds "64M"; allowed: a whole number with Mi or Gi, such as 512Mi.',
    { ratelimit: { ...staging.ratelimit, size: { ...redis.size, memory: '64M' } } },
  ],
  [
    'staging: app.size asks for "2 cores" of CPU; allowed: a number such as 250m, 0.5 or 2.',
    { app: { ...app, size: { ...app.size, cpu: '2 cores' } } },
  ],
  [
    'staging: app.envoySize asks for "0m" of CPU; allowed: a number such as 250m, 0.5 or 2.',
    { app: { ...app, envoySize: { ...app.envoySize, cpu: '0m' } } },
  ],
  [
    'staging: app.collectorSize holds "1GB"; allowed: a whole number with Mi or Gi, such as 512Mi.',
    { app: { ...app, collectorSize: { ...app.collectorSize, disk: '1GB' } } },
  ],
  ...[0, 1.5, Number.NaN, undefined].map((replicas): [string, object] => [
    `app.replicas of staging: it is ${replicas}; it must be a whole number from 1 on.`,
    { app: { ...app, replicas } },
  ]),
  [
    'ratelimit.replicas of staging: it is -1; it must be a whole number from 1 on.',
    { ratelimit: { ...staging.ratelimit, replicas: -1 } },
  ],
])('%s', (sentence, change) => {
  expect(problemsOf('staging', { ...staging, ...change })).toEqual([sentence]);
});

test('what is external has no size', () => {
  expect(development.mongodb.kind).toBe('in-cluster');
  const mongodb = { kind: 'external', port: 27_017 } as const;
  expect(problemsOf('development', { ...development, mongodb })).toEqual([]);
});
