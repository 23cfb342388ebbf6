import { loadSettings, SettingsError } from '../settings.ts';
import {
  ratelimitRedisLogin,
  redisHasTls,
  redisLogin,
  redisNodes,
  sentinelLogin,
} from './connection.ts';

const sentinel = {
  REDIS_MODE: 'sentinel',
  REDIS_NODES: 'a:1,b:2',
  REDIS_SENTINEL_MASTER: 'counters',
};
const cluster = { REDIS_MODE: 'cluster', REDIS_NODES: 'a:1,b:2' };
const tls = { REDIS_URL: 'rediss://h' };

function problemsOf(text: Record<string, string>): readonly string[] {
  try {
    loadSettings(text);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

test.each([
  ['nothing', {}],
  ['one server by TLS', { ...tls, REDIS_TLS_CA_FILE: 'ca.crt' }],
  ['Sentinels', { ...sentinel, REDIS_SENTINEL_USERNAME: 'u', REDIS_SENTINEL_PASSWORD: 'p' }],
  ['a cluster', { ...cluster, REDIS_TLS: 'true', REDIS_USERNAME: 'u', REDIS_PASSWORD: 'p' }],
])('%s can be set', (_, text) => {
  expect(problemsOf(text)).toEqual([]);
});

test.each<[string, Record<string, string>]>([
  ['REDIS_NODES is set and REDIS_MODE is single', { REDIS_NODES: 'a:1' }],
  ['REDIS_TLS is true and REDIS_MODE is single', { REDIS_TLS: 'true' }],
  ['REDIS_SENTINEL_MASTER is set and REDIS_MODE is single', { REDIS_SENTINEL_MASTER: 'm' }],
  ['REDIS_SENTINEL_MASTER is set and', { ...cluster, REDIS_SENTINEL_MASTER: 'm' }],
  ['it must name the Sentinels', { ...sentinel, REDIS_NODES: '' }],
  ['it must name some nodes of the cluster', { REDIS_MODE: 'cluster' }],
  ['REDIS_SENTINEL_MASTER is not set', { ...sentinel, REDIS_SENTINEL_MASTER: '' }],
  ['REDIS_URL is set and REDIS_MODE is cluster', { ...cluster, REDIS_URL: 'redis://h' }],
  ['REDIS_DB is 2; a cluster has only number 0', { ...cluster, REDIS_DB: '2' }],
  ['REDIS_DB is 2; with Sentinels', { ...sentinel, REDIS_DB: '2' }],
  ['REDIS_PASSWORD is not set', { REDIS_USERNAME: 'u' }],
  ['REDIS_URL holds a user', { REDIS_URL: 'redis://u:p@h', REDIS_USERNAME: 'u' }],
  ['REDIS_RATELIMIT_PASSWORD is not set', { REDIS_RATELIMIT_USERNAME: 'u' }],
  ['REDIS_RATELIMIT_USERNAME is not set', { REDIS_RATELIMIT_PASSWORD: 'p' }],
  ['REDIS_SENTINEL_USERNAME is not set', { ...sentinel, REDIS_SENTINEL_PASSWORD: 'p' }],
  ['REDIS_TLS_CA_FILE is set, but', { REDIS_TLS_CA_FILE: 'ca.crt' }],
  ['Set both REDIS_TLS_CERT_FILE and', { ...tls, REDIS_TLS_CERT_FILE: 'c' }],
  ['REDIS_NODES is "a"; allowed: host:port', { ...cluster, REDIS_NODES: 'a' }],
  ['REDIS_NODES is "a:0"; allowed', { ...cluster, REDIS_NODES: 'a:0' }],
  ['REDIS_USERNAME is "a:b"; allowed', { REDIS_USERNAME: 'a:b', REDIS_PASSWORD: 'p' }],
])('%s', (sentence, text) => {
  const problems = problemsOf(text);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(sentence);
});

test('addresses are those of the server, of the Sentinels or of nodes', () => {
  const nodes = (text: Record<string, string>) => redisNodes(loadSettings(text));
  expect(nodes({})).toEqual([{ address: 'localhost', port: 6379 }]);
  expect(nodes({ REDIS_URL: 'rediss://[::1]:7000' })).toEqual([{ address: '::1', port: 7000 }]);
  expect(nodes({ ...cluster, REDIS_NODES: 'a:1,[fe80::1]:2,10.0.0.1:3' })).toEqual([
    { address: 'a', port: 1 },
    { address: 'fe80::1', port: 2 },
    { address: '10.0.0.1', port: 3 },
  ]);
});

test('one server says by its address whether it has TLS, several by REDIS_TLS', () => {
  expect(redisHasTls(loadSettings({}))).toBe(false);
  expect(redisHasTls(loadSettings(tls))).toBe(true);
  expect(redisHasTls(loadSettings(cluster))).toBe(false);
  expect(redisHasTls(loadSettings({ ...cluster, REDIS_TLS: 'true' }))).toBe(true);
});

test('the ratelimit service is a user of its own when it has one, else the one of the app', () => {
  const users = loadSettings({
    ...sentinel,
    REDIS_USERNAME: 'app',
    REDIS_PASSWORD: 'a',
    REDIS_RATELIMIT_USERNAME: 'ratelimit',
    REDIS_RATELIMIT_PASSWORD: 'r',
    REDIS_SENTINEL_USERNAME: 'default',
    REDIS_SENTINEL_PASSWORD: 's',
  });
  expect(redisLogin(users)).toEqual({ username: 'app', password: 'a' });
  expect(ratelimitRedisLogin(users)).toEqual({ username: 'ratelimit', password: 'r' });
  expect(sentinelLogin(users)).toEqual({ username: 'default', password: 's' });
  const url = loadSettings({ REDIS_URL: 'redis://app:%40@h' });
  expect(ratelimitRedisLogin(url)).toEqual({ username: 'app', password: '@' });
  expect(ratelimitRedisLogin(loadSettings({ REDIS_PASSWORD: 'p' }))).toEqual({ password: 'p' });
  expect(redisLogin(loadSettings({}))).toBeUndefined();
});
