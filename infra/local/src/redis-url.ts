import type { Endpoint } from '@recipe-book/envoy';
import type { Settings } from '@recipe-book/settings';

/** Host and port of a Redis URL. */
export function redisEndpoint(url: string): Endpoint {
  const { hostname, port } = new URL(url);
  return { address: hostname, port: Number(port || 6379) };
}

/** Password for Redis, `user:password` when the URL names a user; a secret. */
export function redisAuth(settings: Settings): string | undefined {
  const { username, password } = new URL(settings.REDIS_URL);
  const secret = settings.REDIS_PASSWORD ?? decodeURIComponent(password);
  if (!secret) return undefined;
  return username ? `${decodeURIComponent(username)}:${secret}` : secret;
}
