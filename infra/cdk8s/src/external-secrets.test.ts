import { environments } from '@recipe-book/settings';
import { environmentOptions } from './environments.ts';
import { neededSecretKeys } from './needed-secret-keys.ts';
import type { ExternalSecrets } from './secrets-options.ts';
import { targetOf } from './target.ts';
import { find, objectsOf } from './testing/objects.ts';

const external: ExternalSecrets = {
  kind: 'external',
  store: 'vault',
  storeKind: 'ClusterSecretStore',
  remote: { key: 'recipe-book/production' },
  refreshInterval: '1h',
};

function withSecrets(change: Partial<ExternalSecrets> = {}) {
  return { ...environmentOptions.production, secrets: { ...external, ...change } };
}

test('an ExternalSecret asks for the keys that are needed, and for no others', () => {
  const options = withSecrets();
  const secret = find(objectsOf('production', {}, options), 'ExternalSecret', 'recipe-book');
  expect(secret).toMatchObject({
    apiVersion: 'external-secrets.io/v1',
    metadata: { namespace: 'recipe-book-production' },
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
      target: { name: 'recipe-book' },
    },
  });
  expect(secret.spec?.['data']).toEqual(
    neededSecretKeys(targetOf('production', {}, options)).map(({ key }) => ({
      secretKey: key,
      remoteRef: { key: 'recipe-book/production', property: key },
    })),
  );
});

test('each key can be an entry of its own, whose name has no dots', () => {
  const options = withSecrets({ remote: { keyPrefix: 'cook-' } });
  const objects = objectsOf('production', { API_KEYS_FILE: 'keys.json' }, options);
  const data = find(objects, 'ExternalSecret', 'recipe-book').spec?.['data'];
  expect(data).toContainEqual({
    secretKey: 'api-keys.json',
    remoteRef: { key: 'cook-api-keys-json' },
  });
});

test.each(environments)('%s leaves the Secret to others unless it is told to', (environment) => {
  expect(objectsOf(environment).some(({ kind }) => kind === 'ExternalSecret')).toBe(false);
});

test.each<[string, Partial<ExternalSecrets>]>([
  ['secrets.store is "My store" for production', { store: 'My store' }],
  ['secrets.remote.key is empty for production', { remote: { key: '' } }],
  ['secrets.refreshInterval is "1 hour" for production', { refreshInterval: '1 hour' }],
])('%s', (sentence, change) => {
  expect(() => targetOf('production', {}, withSecrets(change))).toThrow(sentence);
});
