import { loadSettings, SettingsError } from '@recipe-book/settings';
import { type EnvironmentOptions, environmentOptions } from './environments.ts';
import { targetOf } from './target.ts';
import { find, objectsOf, podOf } from './testing/objects.ts';

function problems(...args: Parameters<typeof targetOf>): readonly string[] {
  try {
    targetOf(...args);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

const { development, production } = environmentOptions;

test.each<[string, Parameters<typeof targetOf>]>([
  ['RATE_LIMIT_WINDOW is "7min"; allowed:', ['production', { RATE_LIMIT_WINDOW: '7min' }]],
  ['INGRESS_PORT is 4317; in a pod that port belongs', ['staging', { INGRESS_PORT: '4317' }]],
  ['OPENOBSERVE_URL names localhost', ['production', { OPENOBSERVE_URL: 'http://localhost:5080' }]],
  [
    'S3_ENDPOINT names localhost',
    ['staging', { S3_ENDPOINT: 'http://localhost:9000', S3_BUCKET: 'pictures' }],
  ],
  ['REDIS_URL names localhost', ['production', { REDIS_URL: 'redis://127.0.0.1:6379' }]],
  ['TRUSTED_PROXY_HOPS is 0; behind', ['production', { TRUSTED_PROXY_HOPS: '0' }]],
  [
    'TRUSTED_PROXY_HOPS is 1; development has no proxy',
    ['development', { TRUSTED_PROXY_HOPS: '1' }],
  ],
  [
    'TLS_CERT_FILE names a file of this machine',
    ['development', { TLS_CERT_FILE: '/x/a.crt', TLS_KEY_FILE: '/x/a.key' }],
  ],
  [
    'ENVOY_MEMORY_LIMIT is 32 MiB; in production it must not be below the 96Mi',
    ['production', { ENVOY_MEMORY_LIMIT: '32m' }],
  ],
  [
    'mongodb is "in-cluster" for production',
    ['production', {}, { ...production, mongodb: development.mongodb }],
  ],
])('%s', (sentence, args) => {
  const found = problems(...args);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(sentence);
});

test('the shell wins over the file of environments, which wins over the defaults', () => {
  const hops = (text: Record<string, string>) =>
    targetOf('staging', text).settings.TRUSTED_PROXY_HOPS;
  expect(loadSettings({ APP_ENV: 'staging' }).TRUSTED_PROXY_HOPS).toBe(0);
  expect(hops({})).toBe(1);
  expect(hops({ TRUSTED_PROXY_HOPS: '' })).toBe(1);
  expect(hops({ TRUSTED_PROXY_HOPS: '2' })).toBe(2);
});

test('the app is told what somebody chose, and never where to listen', () => {
  const text = { LOG_LEVEL: 'warn', HOST: '0.0.0.0', LOG_FILE_PATH: '/var/log' };
  const [app] = podOf(find(objectsOf('production', text), 'Deployment', 'recipe-book')).containers;
  expect(app?.env).toContainEqual({ name: 'LOG_LEVEL', value: 'warn' });
  const names = app?.env?.map(({ name }) => name) ?? [];
  expect(names).toContain('SOCKET_PATH');
  expect(names).not.toContain('HOST');
  expect(names).not.toContain('LOG_FILE_PATH');
  expect(names).not.toContain('DB_QUERY_TIMEOUT');
  expect(names).toHaveLength(new Set(names).size);
});

test('an external Redis takes the place of our own', () => {
  const objects = objectsOf('production', { REDIS_URL: 'rediss://redis.example:6380' });
  expect(objects.some(({ kind }) => kind === 'StatefulSet')).toBe(false);
  const env = podOf(find(objects, 'Deployment', 'ratelimit')).containers[0]?.env;
  expect(env).toContainEqual({ name: 'REDIS_URL', value: 'redis://redis.example:6380/0' });
  expect(env).toContainEqual({ name: 'REDIS_TLS', value: 'true' });
});

test('an external Redis may be named in the file of environments as well', () => {
  const named = (settings: EnvironmentOptions['settings'], text = {}) => {
    const options = { ...production, settings: { ...production.settings, ...settings } };
    const objects = objectsOf('production', text, options);
    expect(objects.some(({ kind }) => kind === 'StatefulSet')).toBe(false);
    const env = podOf(find(objects, 'Deployment', 'ratelimit')).containers[0]?.env ?? [];
    return env.find(({ name }) => name === 'REDIS_URL')?.value;
  };
  const REDIS_URL = 'redis://redis.example:6380';
  expect(named({ REDIS_URL })).toBe('redis://redis.example:6380/0');
  expect(named({ REDIS_URL }, { REDIS_URL: 'redis://shell:6379' })).toBe('redis://shell:6379/0');
  const REDIS_NODES = 'redis-1.example:6379,redis-2.example:6379';
  expect(named({ REDIS_MODE: 'cluster', REDIS_NODES })).toBe(REDIS_NODES);
});

test('development keeps its own Redis whatever the shell says', () => {
  const objects = objectsOf('development', { REDIS_URL: 'redis://elsewhere:6379' });
  expect(find(objects, 'StatefulSet', 'redis')).toBeDefined();
  expect(JSON.stringify(objects)).not.toContain('elsewhere');
});

test('an environment is changed by its options alone', () => {
  const options: EnvironmentOptions = {
    ...production,
    namespace: 'elsewhere',
    app: { ...production.app, replicas: 7 },
  };
  const objects = objectsOf('production', {}, options);
  expect(find(objects, 'Deployment', 'recipe-book').spec?.['replicas']).toBe(7);
  const places = objects
    .filter(({ kind }) => kind !== 'Namespace')
    .map((o) => o.metadata.namespace);
  expect(new Set(places)).toEqual(new Set(['elsewhere']));
  expect(find(objects, 'Namespace', 'elsewhere').metadata.namespace).toBeUndefined();
});
