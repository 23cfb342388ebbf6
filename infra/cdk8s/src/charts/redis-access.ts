import type { k8s } from 'cdk8s-plus-27';
import { paths, secret } from '../names.ts';
import { redisTlsKeys } from '../redis-settings.ts';
import type { Target } from '../target.ts';
import { secretEnv } from './secret-env.ts';

const volumeName = 'redis-tls';

/** Secrets by which the app logs in. */
export function appRedisSecrets({ settings, options }: Target): k8s.EnvVar[] {
  return [
    ...(options.redis.password ? [secretEnv('REDIS_PASSWORD', secret.keys.redisPassword)] : []),
    ...(settings.REDIS_SENTINEL_USERNAME === undefined
      ? []
      : [secretEnv('REDIS_SENTINEL_PASSWORD', secret.keys.redisSentinelPassword)]),
  ];
}

/** The same for the ratelimit service, which takes user and password as one text. */
export function ratelimitRedisSecrets({ settings, options }: Target): k8s.EnvVar[] {
  const { REDIS_RATELIMIT_USERNAME: ownUser, REDIS_SENTINEL_USERNAME: sentinelUser } = settings;
  const user = ownUser ?? settings.REDIS_USERNAME ?? 'default';
  const key =
    ownUser === undefined ? secret.keys.redisPassword : secret.keys.redisRatelimitPassword;
  const hasLogin = options.redis.password || ownUser !== undefined;
  return [
    ...(hasLogin ? login('REDIS_AUTH', user, 'REDIS_PASSWORD', key) : []),
    ...(sentinelUser === undefined
      ? []
      : login(
          'REDIS_SENTINEL_AUTH',
          sentinelUser,
          'REDIS_SENTINEL_PASSWORD',
          secret.keys.redisSentinelPassword,
        )),
  ];
}

/** Kubernetes puts the password into the text; it must stand before. */
function login(variable: string, user: string, password: string, key: string): k8s.EnvVar[] {
  return [secretEnv(password, key), { name: variable, value: `${user}:$(${password})` }];
}

/** The files for TLS to Redis, out of the Secret, readable by the group of the pod alone. */
export function redisTlsVolumes({ settings }: Target): k8s.Volume[] {
  const items = redisTlsKeys(settings).map((key) => ({ key, path: key }));
  if (items.length === 0) return [];
  return [{ name: volumeName, secret: { secretName: secret.name, items, defaultMode: 0o440 } }];
}

export function redisTlsMounts({ settings }: Target): k8s.VolumeMount[] {
  if (redisTlsKeys(settings).length === 0) return [];
  return [{ name: volumeName, mountPath: paths.redisTls, readOnly: true }];
}
