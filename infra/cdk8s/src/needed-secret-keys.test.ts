import { environments } from '@recipe-book/settings';
import { neededSecretKeys } from './needed-secret-keys.ts';
import { targetOf } from './target.ts';
import { objectsOf } from './testing/objects.ts';

const everything = {
  REDIS_MODE: 'sentinel',
  REDIS_SENTINEL_MASTER: 'counters',
  REDIS_NODES: 'sentinel-1.example:26379',
  REDIS_SENTINEL_USERNAME: 'default',
  REDIS_USERNAME: 'app',
  REDIS_RATELIMIT_USERNAME: 'ratelimit',
  REDIS_TLS: 'true',
  REDIS_TLS_CA_FILE: 'ca.crt',
  REDIS_TLS_CERT_FILE: 'client.crt',
  REDIS_TLS_KEY_FILE: 'client.key',
  API_KEYS_FILE: 'keys.json',
  OPENOBSERVE_URL: 'https://openobserve.example',
  MAIL_FROM: 'cook@recipes.example',
  PUBLIC_URL: 'https://recipes.example',
  S3_ENDPOINT: 'https://s3.example',
  S3_BUCKET: 'pictures',
  SENTRY_ENABLED: 'true',
};

/** Every key of the Secret that a pod refers to, as a variable or as a file. */
function referredKeys(manifests: unknown): Set<string> {
  const found = new Set<string>();
  JSON.stringify(manifests, (_, value) => {
    const { secretKeyRef, secretName, items } = value ?? {};
    if (secretKeyRef?.name === 'recipe-book') found.add(secretKeyRef.key);
    if (secretName === 'recipe-book') for (const { key } of items) found.add(key);
    return value;
  });
  return found;
}

describe.each(environments)('the keys of %s', (environment) => {
  test.each([
    ['nothing', {}],
    ['everything', everything],
  ])('are those that its pods refer to, with %s set', (_, text) => {
    const keys = neededSecretKeys(targetOf(environment, text)).map(({ key }) => key);
    expect(keys).toHaveLength(new Set(keys).size);
    expect(new Set(keys)).toEqual(referredKeys(objectsOf(environment, text)));
  });

  test('have a sentence each', () => {
    for (const { what } of neededSecretKeys(targetOf(environment, everything))) {
      expect(what).toMatch(/^[A-Z].*\.$/);
    }
  });
});
