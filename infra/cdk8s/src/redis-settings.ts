import type { EnvironmentText, Settings } from '@recipe-book/settings';
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

const ownUrl = `redis://${components.redis}:${ports.redis}`;

/** True when the environment runs its own Redis. */
export function isOwnRedis({ REDIS_MODE, REDIS_URL }: Settings): boolean {
  return REDIS_MODE === 'single' && REDIS_URL === ownUrl;
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

/** The address of Redis as a pod sees it, and stand-ins for the passwords of the chosen users. */
export function podRedisSettings(
  text: EnvironmentText,
  chosen: Readonly<Record<string, string>>,
  options: EnvironmentOptions,
): Record<string, string> {
  const url = isForAnotherRedis('REDIS_URL', options) ? undefined : text['REDIS_URL'];
  const users = ['', 'RATELIMIT_', 'SENTINEL_'].filter((who) => chosen[`REDIS_${who}USERNAME`]);
  return {
    ...((url || !chosen['REDIS_NODES']) && { REDIS_URL: url || ownUrl }),
    ...Object.fromEntries(users.map((who) => [`REDIS_${who}PASSWORD`, 'in-the-secret'])),
  };
}
