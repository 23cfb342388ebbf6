import { loadSettings, SettingsError } from '@recipe-book/settings';
import { hasOwnRedis, ownRedisUsers } from './own-redis.ts';

const ratelimit = { REDIS_RATELIMIT_USERNAME: 'counter', REDIS_RATELIMIT_PASSWORD: 'r' };

test('the stack starts a Redis of its own unless one is named, in whatever mode', () => {
  expect(hasOwnRedis({})).toBe(true);
  expect(hasOwnRedis({ REDIS_URL: '', REDIS_NODES: '' })).toBe(true);
  expect(hasOwnRedis({ REDIS_URL: 'redis://h' })).toBe(false);
  expect(hasOwnRedis({ REDIS_MODE: 'cluster', REDIS_NODES: 'a:1' })).toBe(false);
});

test.each([
  ['none', {}, []],
  ['none for a password alone', { REDIS_PASSWORD: 'a' }, []],
  [
    'one for both',
    { REDIS_USERNAME: 'cook', REDIS_PASSWORD: 'a' },
    [{ name: 'cook', password: 'a', roles: ['app', 'ratelimit'] }],
  ],
  [
    'one for each',
    { REDIS_USERNAME: 'cook', REDIS_PASSWORD: 'a', ...ratelimit },
    [
      { name: 'cook', password: 'a', roles: ['app'] },
      { name: 'counter', password: 'r', roles: ['ratelimit'] },
    ],
  ],
  [
    'the default one for the app',
    { REDIS_PASSWORD: 'a', ...ratelimit },
    [
      { name: 'default', password: 'a', roles: ['app'] },
      { name: 'counter', password: 'r', roles: ['ratelimit'] },
    ],
  ],
])('its users are %s', (_, text, users) => {
  expect(ownRedisUsers(loadSettings(text))).toEqual(users);
});

test('a user for the ratelimit service alone is refused', () => {
  expect(() => ownRedisUsers(loadSettings(ratelimit))).toThrow(SettingsError);
});
