import type { Environment } from '@recipe-book/settings';
import { type EnvironmentOptions, environmentOptions } from './environments.ts';
import { find, objectsOf } from './testing/objects.ts';

interface Rule {
  readonly ports: readonly { readonly port: number }[];
  readonly [side: string]: unknown;
}

/** Every allowed connection as `component side peer:port`, DNS aside. */
function connections(environment: Environment, text = {}, options?: EnvironmentOptions): string[] {
  return objectsOf(environment, text, options)
    .filter(({ kind, metadata }) => kind === 'NetworkPolicy' && !metadata.name.startsWith('deny'))
    .flatMap(({ metadata, spec }) =>
      (['ingress', 'egress'] as const).flatMap((side) =>
        ((spec?.[side] ?? []) as Rule[]).map((rule) => {
          const peer = /"(?:app.kubernetes.io\/name|kubernetes.io\/metadata.name)":"([\w-]+)"/.exec(
            JSON.stringify(rule),
          );
          const anyone = JSON.stringify(rule).includes('ipBlock') ? 'internet' : 'any';
          const arrow = side === 'ingress' ? '<-' : '->';
          return `${metadata.name} ${arrow} ${peer?.[1] ?? anyone}:${rule.ports[0]?.port}`;
        }),
      ),
    )
    .toSorted();
}

test('only the connections that are needed are allowed', () => {
  expect(connections('development')).toEqual([
    'migration -> mongodb:27017',
    'mongodb <- migration:27017',
    'mongodb <- recipe-book:27017',
    'openobserve -> internet:443',
    'openobserve <- provisioner:5080',
    'openobserve <- ratelimit:5080',
    'openobserve <- recipe-book:5080',
    'provisioner -> openobserve:5080',
    'ratelimit -> openobserve:5080',
    'ratelimit -> redis:6379',
    'ratelimit <- recipe-book:8080',
    'ratelimit <- recipe-book:8081',
    'recipe-book -> internet:443',
    'recipe-book -> internet:80',
    'recipe-book -> mongodb:27017',
    'recipe-book -> openobserve:5080',
    'recipe-book -> ratelimit:8080',
    'recipe-book -> ratelimit:8081',
    'recipe-book -> redis:6379',
    'recipe-book <- any:8080',
    'redis <- ratelimit:6379',
    'redis <- recipe-book:6379',
  ]);
});

test('servers of Redis and their Sentinels reach each other, and clients reach both', () => {
  const all = connections('production').filter((one) => /redis|sentinel/.test(one));
  const group = ['redis:6379', 'sentinel:26379'];
  const clients = ['ratelimit', 'recipe-book', 'redis', 'sentinel'];
  const expected = clients.flatMap((client) => [
    ...group.map((server) => `${client} -> ${server}`),
    `redis <- ${client}:6379`,
    `sentinel <- ${client}:26379`,
  ]);
  expect(all).toEqual(expected.toSorted());
});

test('external services are reached by their ports', () => {
  const text = {
    REDIS_URL: 'rediss://redis.example:6380',
    OPENOBSERVE_URL: 'https://openobserve.example',
    S3_ENDPOINT: 'https://s3.example:9000',
    S3_BUCKET: 'pictures',
    MAIL_FROM: 'cook@recipes.example',
    PUBLIC_URL: 'https://recipes.example',
  };
  expect(connections('production', text)).toEqual([
    'migration -> any:27017',
    'provisioner -> internet:443',
    'ratelimit -> any:6380',
    'ratelimit -> internet:443',
    'ratelimit <- recipe-book:8080',
    'ratelimit <- recipe-book:8081',
    'recipe-book -> any:27017',
    'recipe-book -> any:465',
    'recipe-book -> any:587',
    'recipe-book -> any:6380',
    'recipe-book -> internet:443',
    'recipe-book -> internet:80',
    'recipe-book -> internet:9000',
    'recipe-book -> ratelimit:8080',
    'recipe-book -> ratelimit:8081',
    'recipe-book <- ingress-nginx:8080',
  ]);
});

test('services with private addresses are reached when the environment says which', () => {
  const text = {
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.monitoring.svc:4318',
    S3_ENDPOINT: 'https://s3.example:9000',
    S3_BUCKET: 'pictures',
  };
  const to = (privateServices: EnvironmentOptions['privateServices']) =>
    connections('production', text, {
      ...environmentOptions.production,
      ...(privateServices && { privateServices }),
    }).filter((one) => /:(4318|9000)$/.test(one));
  expect(to(['telemetry'])).toEqual([
    'ratelimit -> any:4318',
    'recipe-book -> any:4318',
    'recipe-book -> internet:9000',
  ]);
  expect(to(['telemetry', 'pictures'])).toEqual([
    'ratelimit -> any:4318',
    'recipe-book -> any:4318',
    'recipe-book -> any:9000',
  ]);
  expect(() => to(undefined)).toThrow(
    'OTEL_EXPORTER_OTLP_ENDPOINT names collector.monitoring.svc, which is in the cluster',
  );
});

test('Sentry is reached at the port of HTTPS, on public addresses unless the environment says otherwise', () => {
  const to = (text: Record<string, string>, options: Partial<EnvironmentOptions> = {}) =>
    connections('production', text, {
      ...environmentOptions.production,
      webEgress: false,
      ...options,
    }).filter((one) => /^recipe-book -> .*:443$/.test(one));
  const on = { SENTRY_ENABLED: 'true' };
  expect(to({})).toEqual([]);
  expect(to(on)).toEqual(['recipe-book -> internet:443']);
  expect(to(on, { privateServices: ['sentry'] })).toEqual(['recipe-book -> any:443']);
});

test('behind an ingress controller nobody else can tell Envoy an address of their own', () => {
  const { production } = environmentOptions;
  const from = (controllerNamespace?: string | false) => {
    if (production.exposure.kind !== 'ingress') throw new Error('There is no controller.');
    const exposure = {
      ...production.exposure,
      ...(controllerNamespace !== undefined && { controllerNamespace }),
    };
    const { spec } = find(
      objectsOf('production', {}, { ...production, exposure }),
      'NetworkPolicy',
      'recipe-book',
    );
    return spec?.['ingress'];
  };
  const ports = [{ protocol: 'TCP', port: 8080 }];
  const only = (namespace: string) => [
    {
      ports,
      from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } }],
    },
  ];
  expect(from()).toEqual(only('ingress-nginx'));
  expect(from('traefik')).toEqual(only('traefik'));
  expect(from(false)).toEqual([{ ports }]);
});

test('without access to the web no connection leads to the internet', () => {
  const options = { ...environmentOptions.development, webEgress: false };
  const all = connections('development', {}, options);
  expect(all.filter((one) => one.includes('internet'))).toEqual([]);
});

test.each(['development', 'staging', 'production'] as const)(
  '%s denies the rest',
  (environment) => {
    const policies = objectsOf(environment).filter(({ kind }) => kind === 'NetworkPolicy');
    expect(policies.map(({ spec }) => spec)).toContainEqual(
      expect.objectContaining({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
    );
  },
);
