import { environmentOptions } from './environments.ts';
import { objectsOf, podsOf } from './testing/objects.ts';

const { production } = environmentOptions;
const options = { ...production, imagePullSecrets: ['registry'], storageClass: 'fast' };

test('all pods pull their images with the Secrets that the environment names', () => {
  const objects = objectsOf('production', {}, options);
  const accounts = objects.filter(({ kind }) => kind === 'ServiceAccount');
  for (const account of accounts) {
    expect(account).toMatchObject({ imagePullSecrets: [{ name: 'registry' }] });
  }
  const names = accounts.map(({ metadata }) => metadata.name);
  for (const pod of podsOf(objects)) expect(names).toContain(pod['serviceAccountName']);
});

test('all volumes are of the class that the environment names', () => {
  const classes = objectsOf('production', {}, options)
    .filter(({ spec }) => spec?.['volumeClaimTemplates'])
    .map(({ spec }) => spec?.['volumeClaimTemplates']);
  expect(classes).toMatchObject([[{ spec: { storageClassName: 'fast' } }]]);
});

test('otherwise the cluster decides', () => {
  expect(JSON.stringify(objectsOf('production'))).not.toMatch(/imagePullSecrets|storageClassName/);
});
