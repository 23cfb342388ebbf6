import { randomBytes, randomInt } from 'node:crypto';
import { join } from 'node:path';
import {
  type EnvironmentOptions,
  environmentOptions,
  type Target,
  targetOf,
} from '@recipe-book/cdk8s';
import type { Cluster } from '@recipe-book/cluster';
import { withEnvFile } from '@recipe-book/settings';
import { root } from '../src/root.ts';
import type { Entrance } from './traffic.ts';

/** What the tests share: a namespace of their own, in which the app runs three times. */
export interface Scene {
  readonly cluster: Cluster;
  /** As it was deployed first; every event comes back to it. */
  readonly target: Target;
  readonly entrance: Entrance;
}

/** Limit of the one policy that is tried out, for users; the traffic stays far below it. */
export const userLimit = 3000;

/** Two runs in one cluster do not meet. */
const run = randomBytes(2).toString('hex');
/** Ports of nodes, most of them free; apart from the one of development. */
const nodePort = randomInt(30_100, 32_000);

const settings = {
  PROFILE: 'light',
  RATE_LIMIT_AUTH_MAX_REQUESTS: String(userLimit),
  // Everybody here comes from one address.
  RATE_LIMIT_MAX_REQUESTS: '1000000',
  RATE_LIMIT_REGISTER_MAX_REQUESTS: '1000',
  // Nobody signs in again in the middle of an event.
  ACCESS_TOKEN_TTL: '6h',
} as const;

const base = environmentOptions.development;

/** How many pods of the app there are but while they are scaled. */
export const usualReplicas = 3;

/**
 * CPU for a node that has no more to give: requests are weights then, and whoever counts must not wait for
 * those who answer, or requests pass uncounted (docs/deployment.md, sizes).
 */
const cpu = { app: '20m', collector: '10m', envoy: '150m', ratelimit: '200m', redis: '100m' };

/** Development with three pods and two of the ratelimit service, in a namespace of its own. */
const sceneOptions: EnvironmentOptions = {
  ...base,
  namespace: `recipe-book-test-${run}`,
  exposure: { kind: 'node-port', port: nodePort },
  app: {
    ...base.app,
    replicas: usualReplicas,
    size: { ...base.app.size, cpu: cpu.app },
    envoySize: { ...base.app.envoySize, cpu: cpu.envoy },
    collectorSize: { ...base.app.collectorSize, cpu: cpu.collector },
  },
  ratelimit: {
    ...base.ratelimit,
    replicas: 2,
    size: { ...base.ratelimit.size, cpu: cpu.ratelimit },
  },
  redis: { ...base.redis, size: { ...base.redis.size, cpu: cpu.redis } },
};

/** The scene's target, with some settings or options changed. */
export function sceneTarget(
  changed: Readonly<Record<string, string>> = {},
  options: EnvironmentOptions = sceneOptions,
): Target {
  const { APP_IMAGE } = withEnvFile(process.env, join(root, '.env'));
  return targetOf('development', { APP_IMAGE, ...settings, ...changed }, options);
}

/** The same with another number of pods. */
export function scaledTo(replicas: number): Target {
  return sceneTarget({}, { ...sceneOptions, app: { ...sceneOptions.app, replicas } });
}

/** Pods that ask for so much that few cooks do not make them more, and a crowd does. */
export const autoscaledTo = { min: 2, max: 3 } as const;

/** The scene with an autoscaler. */
export function autoscaledTarget(): Target {
  const { min: minReplicas, max: maxReplicas } = autoscaledTo;
  const { app } = sceneOptions;
  return sceneTarget(
    {},
    {
      ...sceneOptions,
      app: {
        ...app,
        replicas: { minReplicas, maxReplicas, cpuUtilization: 60 },
        size: { ...app.size, cpu: '200m' },
      },
    },
  );
}
