import type { Settings } from '@recipe-book/settings';
import { groupMembers } from './constructs/server-group.ts';
import type { EnvironmentOptions } from './environments.ts';
import { components, paths, ports, type SecretKey, secret } from './names.ts';

/** The files for TLS to Redis, by the settings that ask for them, as keys of the Secret. */
const tlsKeys = {
  REDIS_TLS_CA_FILE: secret.keys.redisCa,
  REDIS_TLS_CERT_FILE: secret.keys.redisCert,
  REDIS_TLS_KEY_FILE: secret.keys.redisKey,
} as const;

/** What says where a Redis is and who asks it, in contrast to how it is used. */
const aboutServer = /^REDIS_(MODE|URL|NODES|USERNAME|RATELIMIT_\w+|SENTINEL_\w+|TLS|TLS_\w+)$/;

/** True when the environment runs its own Redis: it always does, or nobody has named another one. */
export function runsRedis(
  { redis }: EnvironmentOptions,
  given: (setting: string) => string | undefined,
): boolean {
  if (redis.external === 'never') return true;
  const mode = given('REDIS_MODE') || 'single';
  return !given('REDIS_URL') && !given('REDIS_NODES') && mode === 'single';
}

/** The servers and the Sentinels of a group, as their pods are named; the first server takes writes at first. */
export const redisGroup = {
  /** What the Sentinels call it (REDIS_SENTINEL_MASTER). */
  name: 'recipe-book',
  replicas: 3,
  /** More than half of the Sentinels. */
  quorum: 2,
  servers: groupMembers(components.redis, 3).map((host) => `${host}:${ports.redis}`),
  sentinels: groupMembers(components.sentinel, 3).map((host) => `${host}:${ports.sentinel}`),
} as const;

/** The settings that lead a pod to the environment's own. */
export function ownRedis({ redis }: EnvironmentOptions): Record<string, string> {
  if (redis.kind === 'single') return { REDIS_URL: `redis://${components.redis}:${ports.redis}` };
  return {
    REDIS_MODE: 'sentinel',
    REDIS_NODES: redisGroup.sentinels.join(','),
    REDIS_SENTINEL_MASTER: redisGroup.name,
    REDIS_SENTINEL_USERNAME: 'default',
  };
}

/** Where a pod finds the file of a setting, when the Secret brings it. */
export function podFile(setting: string): string | undefined {
  const key = Object.entries(tlsKeys).find(([name]) => name === setting)?.[1];
  return key && `${paths.redisTls}/${key}`;
}

/** Keys of the Secret that the pods need as files. */
export function redisTlsKeys(settings: Settings): SecretKey[] {
  return Object.entries(tlsKeys).flatMap(([name, key]) =>
    settings[name as keyof typeof tlsKeys] === undefined ? [] : [key],
  );
}

/** Whether a setting of the shell is of no concern, since the environment has its own Redis anyway. */
export function isForAnotherRedis(name: string, { redis }: EnvironmentOptions): boolean {
  return redis.external === 'never' && aboutServer.test(name);
}

/** Stand-ins for the passwords of the chosen users. */
export function redisStandIns(chosen: Readonly<Record<string, string>>): Record<string, string> {
  const users = ['', 'RATELIMIT_', 'SENTINEL_'].filter((who) => chosen[`REDIS_${who}USERNAME`]);
  return Object.fromEntries(users.map((who) => [`REDIS_${who}PASSWORD`, 'in-the-secret']));
}
