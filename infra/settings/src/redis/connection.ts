import type { Settings } from '../settings.ts';
import type { HostPort } from '../types.ts';

const standardPort = 6379;

/** Who asks Redis. */
export interface RedisLogin {
  /** Absent: the user `default`. */
  readonly username?: string;
  readonly password: string;
}

/** Where Redis is asked first: the one server, the Sentinels, or some nodes of the cluster. */
export function redisNodes(settings: Settings): readonly HostPort[] {
  if (settings.REDIS_NODES !== undefined) return settings.REDIS_NODES;
  const { hostname, port } = new URL(settings.REDIS_URL);
  return [{ address: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port) || standardPort }];
}

/** Whether Redis, and Sentinels if there are any, are reached by TLS. */
export function redisHasTls(settings: Settings): boolean {
  return settings.REDIS_TLS || settings.REDIS_URL.startsWith('rediss:');
}

/** Who the app is; a secret. */
export function redisLogin(settings: Settings): RedisLogin | undefined {
  const url = new URL(settings.REDIS_URL);
  const username = settings.REDIS_USERNAME ?? decodeURIComponent(url.username);
  const password = settings.REDIS_PASSWORD ?? decodeURIComponent(url.password);
  return loginOf(username, password);
}

/** Who the ratelimit service is: a user of its own or the one of the app; a secret. */
export function ratelimitRedisLogin(settings: Settings): RedisLogin | undefined {
  const { REDIS_RATELIMIT_USERNAME: username, REDIS_RATELIMIT_PASSWORD: password } = settings;
  return loginOf(username, password) ?? redisLogin(settings);
}

/** Who both are to the Sentinels; a secret. */
export function sentinelLogin(settings: Settings): RedisLogin | undefined {
  return loginOf(settings.REDIS_SENTINEL_USERNAME, settings.REDIS_SENTINEL_PASSWORD);
}

function loginOf(username?: string, password?: string): RedisLogin | undefined {
  if (!password) return undefined;
  return { ...(username && { username }), password };
}
