import {
  type RedisLogin,
  ratelimitRedisLogin,
  redisHasTls,
  type Settings,
  sentinelLogin,
} from '@recipe-book/settings';
import type { Endpoint } from '../placement.ts';

/**
 * How the ratelimit service reaches Redis (src/settings/settings.go and src/redis/driver_impl.go of
 * envoyproxy/ratelimit). Holds no secret (`redisAuthEnvironment`).
 * @param nodes the server, the Sentinels or nodes of the cluster.
 */
export function redisEnvironment(
  settings: Settings,
  nodes: readonly Endpoint[],
): Record<string, string> {
  const { REDIS_MODE: mode } = settings;
  return {
    REDIS_SOCKET_TYPE: 'tcp',
    REDIS_TYPE: mode.toUpperCase(),
    REDIS_URL: redisAddress(settings, nodes),
    ...tlsEnvironment(settings),
    REDIS_POOL_SIZE: String(settings.REDIS_POOL_SIZE),
    // Only connecting; Envoy gives up on an answer long before.
    REDIS_TIMEOUT: '250ms',
    ...(mode === 'cluster' && { REDIS_PIPELINE_WINDOW: `${settings.REDIS_PIPELINE_WINDOW}us` }),
  };
}

/** Who the ratelimit service is to Redis and to the Sentinels; secrets. */
export function redisAuthEnvironment(settings: Settings): Record<string, string> {
  const login = ratelimitRedisLogin(settings);
  const sentinel = sentinelLogin(settings);
  return {
    ...(login && { REDIS_AUTH: authOf(login) }),
    ...(sentinel && { REDIS_SENTINEL_AUTH: authOf(sentinel) }),
  };
}

/** The service parts the text by its first colon, so a user must stand before a password with colons. */
function authOf({ username = 'default', password }: RedisLogin): string {
  return `${username}:${password}`;
}

/** The driver takes a URL for one server, whose path is the number of the database, else a list. */
function redisAddress(settings: Settings, nodes: readonly Endpoint[]): string {
  const hosts = nodes.map(hostAndPort);
  switch (settings.REDIS_MODE) {
    case 'single':
      return `redis://${hosts[0]}/${settings.REDIS_DB}`;
    case 'sentinel':
      return [settings.REDIS_SENTINEL_MASTER, ...hosts].join(',');
    case 'cluster':
      return hosts.join(',');
  }
}

function hostAndPort({ address, port }: Endpoint): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

function tlsEnvironment(settings: Settings): Record<string, string> {
  if (!redisHasTls(settings)) return { REDIS_TLS: 'false' };
  const { REDIS_TLS_CA_FILE: ca, REDIS_TLS_CERT_FILE: cert, REDIS_TLS_KEY_FILE: key } = settings;
  return {
    REDIS_TLS: 'true',
    ...(ca !== undefined && { REDIS_TLS_CACERT: ca }),
    ...(cert !== undefined && { REDIS_TLS_CLIENT_CERT: cert }),
    ...(key !== undefined && { REDIS_TLS_CLIENT_KEY: key }),
    ...(!settings.REDIS_TLS_VERIFY_HOSTNAME && { REDIS_TLS_SKIP_HOSTNAME_VERIFICATION: 'true' }),
  };
}
