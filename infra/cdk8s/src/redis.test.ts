import { SettingsError } from '@recipe-book/settings';
import { environmentOptions } from './environments.ts';
import { targetOf } from './target.ts';
import { find, objectsOf, podOf } from './testing/objects.ts';

const sentinel = {
  REDIS_MODE: 'sentinel',
  REDIS_SENTINEL_MASTER: 'counters',
  REDIS_NODES: 'sentinel-1.example:26379,sentinel-2.example:26379',
  REDIS_SENTINEL_USERNAME: 'default',
};
const cluster = { REDIS_MODE: 'cluster', REDIS_NODES: 'redis-1.example:7000,redis-2.example:7000' };
const users = { REDIS_USERNAME: 'app', REDIS_RATELIMIT_USERNAME: 'ratelimit' };
const tls = {
  REDIS_TLS: 'true',
  REDIS_TLS_CA_FILE: '/home/ada/ca.crt',
  REDIS_TLS_CERT_FILE: '/home/ada/client.crt',
  REDIS_TLS_KEY_FILE: '/home/ada/client.key',
};

type Workload = 'ratelimit' | 'recipe-book';

/** The variables about Redis of a container, as `NAME=value` or `NAME from key`. */
function redisVariables(text: Record<string, string>, workload: Workload): string[] {
  const [container] = podOf(find(objectsOf('production', text), 'Deployment', workload)).containers;
  const env = (container?.env ?? []) as {
    name: string;
    value?: string;
    valueFrom?: { secretKeyRef: { key: string } };
  }[];
  return env
    .filter(({ name }) => /^REDIS_(?!SOCKET|POOL|TIMEOUT|PIPELINE)/.test(name))
    .map(({ name, value, valueFrom }) =>
      valueFrom ? `${name} from ${valueFrom.secretKeyRef.key}` : `${name}=${value}`,
    );
}

test('where no other Redis is named, pods ask the Sentinels of the environment', () => {
  const nodes = [0, 1, 2].map((at) => `sentinel-${at}.sentinel:26379`).join(',');
  expect(redisVariables({}, 'ratelimit')).toEqual([
    'REDIS_TYPE=SENTINEL',
    `REDIS_URL=recipe-book,${nodes}`,
    'REDIS_TLS=false',
    'REDIS_PASSWORD from redis-password',
    'REDIS_AUTH=default:$(REDIS_PASSWORD)',
    'REDIS_SENTINEL_PASSWORD from redis-sentinel-password',
    'REDIS_SENTINEL_AUTH=default:$(REDIS_SENTINEL_PASSWORD)',
  ]);
  expect(redisVariables({}, 'recipe-book')).toEqual([
    'REDIS_PASSWORD from redis-password',
    'REDIS_SENTINEL_PASSWORD from redis-sentinel-password',
    'REDIS_MODE=sentinel',
    `REDIS_NODES=${nodes}`,
    'REDIS_SENTINEL_MASTER=recipe-book',
    'REDIS_SENTINEL_USERNAME=default',
  ]);
});

test('servers and Sentinels are three each, known by name before they are ready, ended one by one', () => {
  const objects = objectsOf('production');
  for (const name of ['redis', 'sentinel']) {
    const set = find(objects, 'StatefulSet', name);
    expect(set.spec).toMatchObject({ replicas: 3, podManagementPolicy: 'Parallel' });
    expect(podOf(set)['affinity']).toHaveProperty('podAntiAffinity');
    expect(find(objects, 'Service', name).spec).toMatchObject({
      clusterIP: 'None',
      publishNotReadyAddresses: true,
    });
    expect(find(objects, 'PodDisruptionBudget', name).spec).toMatchObject({ maxUnavailable: 1 });
  }
});

test('with Sentinels the pods get their addresses, the name, and both passwords by reference', () => {
  expect(redisVariables(sentinel, 'ratelimit')).toEqual([
    'REDIS_TYPE=SENTINEL',
    'REDIS_URL=counters,sentinel-1.example:26379,sentinel-2.example:26379',
    'REDIS_TLS=false',
    'REDIS_PASSWORD from redis-password',
    'REDIS_AUTH=default:$(REDIS_PASSWORD)',
    'REDIS_SENTINEL_PASSWORD from redis-sentinel-password',
    'REDIS_SENTINEL_AUTH=default:$(REDIS_SENTINEL_PASSWORD)',
  ]);
  expect(redisVariables(sentinel, 'recipe-book')).toEqual([
    'REDIS_PASSWORD from redis-password',
    'REDIS_SENTINEL_PASSWORD from redis-sentinel-password',
    'REDIS_MODE=sentinel',
    'REDIS_NODES=sentinel-1.example:26379,sentinel-2.example:26379',
    'REDIS_SENTINEL_MASTER=counters',
    'REDIS_SENTINEL_USERNAME=default',
  ]);
});

test('with a cluster and users each pod has its own', () => {
  expect(redisVariables({ ...cluster, ...users }, 'ratelimit')).toEqual([
    'REDIS_TYPE=CLUSTER',
    'REDIS_URL=redis-1.example:7000,redis-2.example:7000',
    'REDIS_TLS=false',
    'REDIS_PASSWORD from redis-ratelimit-password',
    'REDIS_AUTH=ratelimit:$(REDIS_PASSWORD)',
  ]);
  expect(redisVariables({ ...cluster, ...users }, 'recipe-book')).toEqual([
    'REDIS_PASSWORD from redis-password',
    'REDIS_MODE=cluster',
    'REDIS_NODES=redis-1.example:7000,redis-2.example:7000',
    'REDIS_USERNAME=app',
  ]);
});

test.each<[Workload, string]>([
  ['ratelimit', 'REDIS_TLS_CACERT'],
  ['recipe-book', 'REDIS_TLS_CA_FILE'],
])('files for TLS come from the Secret, for %s too', (workload, variable) => {
  const text = { ...cluster, ...tls };
  const folder = '/etc/recipe-book/redis';
  expect(redisVariables(text, workload)).toContain(`${variable}=${folder}/redis-ca.crt`);
  const objects = objectsOf('production', text);
  const pod = podOf(find(objects, 'Deployment', workload));
  const keys = ['redis-ca.crt', 'redis-client.crt', 'redis-client.key'];
  expect(pod.volumes).toContainEqual({
    name: 'redis-tls',
    secret: {
      secretName: 'recipe-book',
      defaultMode: 0o440,
      items: keys.map((key) => ({ key, path: key })),
    },
  });
  const [container] = pod.containers;
  expect(container?.['volumeMounts']).toContainEqual({
    name: 'redis-tls',
    mountPath: folder,
    readOnly: true,
  });
  expect(JSON.stringify(objects)).not.toContain('/home/ada');
});

test.each(['development', 'staging'] as const)(
  '%s keeps its own Redis whatever the shell says of another one',
  (environment) => {
    const shell = { ...sentinel, ...users, ...tls };
    expect(objectsOf(environment, shell)).toEqual(objectsOf(environment));
  },
);

test.each<[string, Record<string, string>]>([
  ['REDIS_NODES names localhost', { ...cluster, REDIS_NODES: '127.0.0.1:7000,[::1]:7001' }],
  ['REDIS_USERNAME is set, but the Redis that production runs itself', { REDIS_USERNAME: 'app' }],
  ['REDIS_URL is set and REDIS_MODE is cluster', { ...cluster, REDIS_URL: 'redis://r.example' }],
  ['REDIS_NODES is not set', { REDIS_MODE: 'cluster' }],
])('%s', (sentence, text) => {
  let problems: readonly string[] = [];
  try {
    targetOf('production', text);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    problems = error.problems;
  }
  expect(problems.join('\n')).toContain(sentence);
});

test('a group needs a password', () => {
  const { production } = environmentOptions;
  const options = { ...production, redis: { ...production.redis, password: false } };
  expect(() => targetOf('production', {}, options)).toThrow('redis.kind is "sentinel" for');
});

test('Sentinels and the servers that they name are reached by their ports', () => {
  const policy = find(objectsOf('production', sentinel), 'NetworkPolicy', 'ratelimit');
  const egress = policy.spec?.['egress'] as { ports: { port: number }[] }[];
  expect(egress.flatMap(({ ports }) => ports.map(({ port }) => port))).toEqual([26379, 6379]);
});
