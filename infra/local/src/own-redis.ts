import type { RedisUser } from '@recipe-book/redis';
import {
  type EnvironmentText,
  ratelimitRedisLogin,
  redisLogin,
  type Settings,
  SettingsError,
} from '@recipe-book/settings';

/** Whether the stack starts a Redis of its own: nobody named one that is there already. */
export function hasOwnRedis(text: EnvironmentText): boolean {
  return !text['REDIS_URL'] && !text['REDIS_NODES'];
}

/**
 * The users of the stack's own Redis; none when the settings name none, and a password is then that of
 * the user `default`, who may do everything.
 * @throws SettingsError when the app would have no user.
 */
export function ownRedisUsers(settings: Settings): RedisUser[] {
  const { REDIS_USERNAME, REDIS_RATELIMIT_USERNAME } = settings;
  if (REDIS_USERNAME === undefined && REDIS_RATELIMIT_USERNAME === undefined) return [];
  const app = redisLogin(settings);
  const ratelimit = ratelimitRedisLogin(settings);
  if (!app || !ratelimit) {
    throw new SettingsError([
      'REDIS_PASSWORD is not set; with REDIS_RATELIMIT_USERNAME the app needs a password too.',
    ]);
  }
  const appUser = userOf(app, ['app']);
  const ratelimitUser = userOf(ratelimit, ['ratelimit']);
  if (appUser.name === ratelimitUser.name) return [{ ...appUser, roles: ['app', 'ratelimit'] }];
  return [appUser, ratelimitUser];
}

function userOf(
  { username = 'default', password }: NonNullable<ReturnType<typeof redisLogin>>,
  roles: RedisUser['roles'],
): RedisUser {
  return { name: username, password, roles };
}
