import { environments } from '@recipe-book/settings';
import { environmentOptions } from './environments.ts';
import { manifests } from './manifests.ts';
import { targetOf, variables } from './target.ts';
import { containersOf, find, objectsOf, podOf, podsOf } from './testing/objects.ts';

const canary = 'canary-4711';
/** Every secret that there is, as somebody may have it in the shell; one that forgets a new one fails below. */
const secrets: Record<string, string> = {
  MONGODB_URI: `mongodb://user:${canary}@db.example/recipes`,
  REDIS_PASSWORD: canary,
  REDIS_RATELIMIT_PASSWORD: canary,
  REDIS_SENTINEL_PASSWORD: canary,
  OPENOBSERVE_PASSWORD: canary,
  OPENOBSERVE_WEBHOOK_URL: `https://hooks.example/${canary}`,
  OPENOBSERVE_SLACK_URL: `https://hooks.slack.example/${canary}`,
  OPENOBSERVE_READER_PASSWORD: canary,
  OTEL_EXPORTER_OTLP_HEADERS: `Authorization=Basic%20${canary}`,
  SMTP_URL: `smtps://user:${canary}@mail.example`,
  S3_ACCESS_KEY_ID: canary,
  S3_SECRET_ACCESS_KEY: canary,
  SENTRY_DSN: `https://${canary}@sentry.example/1`,
  SENTRY_AUTH_TOKEN: canary,
};

test.each(environments)('no secret of the shell gets into the manifests of %s', (environment) => {
  const text = {
    ...secrets,
    MAIL_FROM: 'cook@recipes.example',
    PUBLIC_URL: 'https://recipes.example',
    OPENOBSERVE_URL: 'https://openobserve.example',
    OPENOBSERVE_ALERTS_TO: 'webhook,slack',
    OPENOBSERVE_READER_EMAIL: 'reader@recipes.example',
    S3_ENDPOINT: 'https://s3.example',
    S3_BUCKET: 'pictures',
    SENTRY_ENABLED: 'true',
  };
  const output = [...manifests(targetOf(environment, text)).values()].join('');
  expect(output).not.toContain(canary);
  expect(output).not.toMatch(/^kind: Secret$/m);
});

test('the list above is complete but for REDIS_URL, whose host is no secret', () => {
  const names = variables.filter(([, { secret }]) => secret).map(([name]) => name);
  expect(names.filter((name) => name !== 'REDIS_URL').toSorted()).toEqual(
    Object.keys(secrets).toSorted(),
  );
});

test('a Redis address with a password is refused without showing it', () => {
  const redisUrl = { REDIS_URL: `rediss://:${canary}@redis.example:6380` };
  const build = () => targetOf('production', redisUrl);
  expect(build).toThrow('REDIS_URL holds a user name or a password');
  expect(build).not.toThrow(canary);
});

test('a secret among the settings of an environment is refused without showing it', () => {
  const { production } = environmentOptions;
  const build = () =>
    targetOf('production', {}, { ...production, settings: { ...production.settings, ...secrets } });
  for (const name of Object.keys(secrets)) {
    expect(build).toThrow(`${name} stands among the settings of production`);
  }
  expect(build).not.toThrow(canary);
});

test('pods get secrets by reference, only those that they need', () => {
  const references = (text = {}) => {
    const pod = podOf(find(objectsOf('production', text), 'Deployment', 'recipe-book'));
    const refs = JSON.stringify(pod).matchAll(/"secretKeyRef":\{"key":"([^"]+)"/g);
    return [...refs].map(([, key]) => key).toSorted();
  };
  const always = ['mongodb-uri', 'redis-password', 'redis-sentinel-password'];
  expect(references()).toEqual(always);
  expect(references({ REDIS_URL: 'redis://redis.example' })).toEqual(always.slice(0, 2));
  expect(references({ OPENOBSERVE_URL: 'https://o2.example' })).toEqual([
    ...always,
    'telemetry-authorization',
  ]);
  expect(references({ MAIL_FROM: 'cook@x.example', PUBLIC_URL: 'https://x.example' })).toEqual([
    ...always,
    'smtp-url',
  ]);
  expect(references({ S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'pictures' })).toEqual([
    ...always,
    's3-access-key-id',
    's3-secret-access-key',
  ]);
  expect(references({ SENTRY_ENABLED: 'true' })).toEqual([...always, 'sentry-dsn']);
});

test('Redis, ratelimit and the app agree on whether there is a password', () => {
  for (const environment of environments) {
    const objects = objectsOf(environment);
    const { password } = environmentOptions[environment].redis;
    for (const [kind, name] of [
      ['StatefulSet', 'redis'],
      ['Deployment', 'ratelimit'],
      ['Deployment', 'recipe-book'],
    ] as const) {
      const pod = JSON.stringify(podOf(find(objects, kind, name)));
      expect(pod.includes('redis-password')).toBe(password);
    }
  }
});

test('no password is an argument, which everybody on the node can read', () => {
  for (const pod of environments.flatMap((one) => podsOf(objectsOf(one)))) {
    for (const { command, args, env = [] } of containersOf(pod)) {
      for (const { name } of env.filter((one) => 'valueFrom' in one)) {
        if (name.startsWith('POD_')) continue;
        expect(JSON.stringify([command, args])).not.toContain(`$(${name})`);
      }
    }
  }
});

test('Envoy reads API keys from the Secret when there are any', () => {
  const envoyOf = (text: Record<string, string>) => {
    const pod = podOf(find(objectsOf('production', text), 'Deployment', 'recipe-book'));
    const envoy = pod.initContainers?.find(({ name }) => name === 'envoy');
    return JSON.stringify([pod.volumes, envoy?.['volumeMounts']]);
  };
  expect(envoyOf({})).not.toContain('api-keys');
  expect(envoyOf({ API_KEYS_FILE: 'keys.json' })).toContain(
    '"items":[{"key":"api-keys.json","path":"api-keys.json"}]',
  );
  expect(envoyOf({ API_KEYS_FILE: 'keys.json' })).toContain('"mountPath":"/etc/envoy-api-keys"');
});
