import { certificateHosts, neededKeys } from '../secret-keys.ts';
import { manifestsOf, targetIn } from '../testing/manifests-of.ts';
import { snapshotWith } from '../testing/snapshot.ts';
import { secrets } from './secrets.ts';

function found(keys: Readonly<Record<string, boolean>>, text = {}) {
  const facts = Object.entries(keys).map(([key, empty]) => [key, { empty }] as const);
  const tls = new Map(['tls.crt', 'tls.key'].map((key) => [key, { empty: false }]));
  const snapshot = snapshotWith({
    needed: neededKeys(targetIn('production', text), manifestsOf('production', text)),
    secrets: new Map([
      ['recipe-book', { keys: new Map(facts) }],
      ['recipe-book-tls', { keys: tls }],
    ]),
  });
  return secrets.findings(snapshot).map(({ object, what }) => `${object} ${what}`);
}

const all = {
  'mongodb-uri': false,
  'redis-password': false,
  'redis-sentinel-password': false,
  'jwt-private-key': false,
};

test('nothing is missing when each key that the manifests name has a value', () => {
  expect(found(all)).toEqual([]);
});

test('missing keys and empty values are told', () => {
  expect(found({ ...all, 'redis-password': true })).toEqual([
    'Secret recipe-book its key redis-password is empty',
  ]);
  const { 'jwt-private-key': _, ...rest } = all;
  expect(found(rest)).toEqual(['Secret recipe-book lacks the key jwt-private-key']);
});

test('keys are needed only when the settings ask for them', () => {
  const mail = { MAIL_FROM: 'cook@kitchen.example', PUBLIC_URL: 'https://kitchen.example' };
  expect(found(all, mail)).toEqual(['Secret recipe-book lacks the key smtp-url']);
});

test('a missing Secret is told once, with what it needs', () => {
  const target = targetIn('production');
  const manifests = manifestsOf('production');
  const snapshot = snapshotWith({
    needed: neededKeys(target, manifests),
    hosts: certificateHosts(target, manifests),
  });
  expect(secrets.findings(snapshot).map(({ remedy }) => remedy)).toEqual([
    expect.stringContaining('make secrets'),
    expect.stringMatching(/^(?!.*make secrets)Put your certificate there: .*recipe-book-tls/),
  ]);
  expect(secrets.findings(snapshot).map(({ object, what }) => `${object} ${what}`)).toEqual([
    expect.stringMatching(/^Secret recipe-book is missing; it needs .*jwt-private-key/),
    'Secret recipe-book-tls is missing; it needs tls.crt, tls.key',
  ]);
});
