import { createPrivateKey } from 'node:crypto';
import { type SecretKey, secret } from '@recipe-book/cdk8s';
import { complete, type SecretValues } from './made-secrets.ts';

const { keys } = secret;
const ownStores = { runs: { redis: true, openobserve: true } };
const otherStores = { runs: { redis: false, openobserve: false } };

function made(needed: readonly SecretKey[], there: SecretValues = {}, target = ownStores) {
  return complete(target, needed, there);
}

it('makes a signing key that the app can read', () => {
  const { [keys.jwtPrivateKey]: pem = '' } = made([keys.jwtPrivateKey]);
  expect(createPrivateKey(pem).asymmetricKeyType).toBe('ed25519');
});

it('makes passwords that nobody can guess, another each time', () => {
  const password = () => made([keys.redisPassword])[keys.redisPassword] ?? '';
  expect(password()).toMatch(/^[\w-]{32}$/);
  expect(password()).not.toBe(password());
});

it('makes those of a Redis of its own and its Sentinels, not the same', () => {
  const values = made([keys.redisPassword, keys.redisSentinelPassword]);
  expect(values[keys.redisSentinelPassword]).toMatch(/^[\w-]{32}$/);
  expect(values[keys.redisSentinelPassword]).not.toBe(values[keys.redisPassword]);
});

it('makes a user of OpenObserve, and what the Collectors show it', () => {
  const values = made([
    keys.telemetryAuthorization,
    keys.openobserveRootEmail,
    keys.openobserveRootPassword,
  ]);
  expect(values[keys.openobserveRootEmail]).toMatch(/^[a-z0-9.-]+@[a-z0-9.-]+\.[a-z]{2,6}$/);
  const password = values[keys.openobserveRootPassword] ?? '';
  for (const kind of [/[a-z]/, /[A-Z]/, /\d/, /[^\w]/]) expect(password).toMatch(kind);
  const [scheme, credentials = ''] = values[keys.telemetryAuthorization]?.split(' ') ?? [];
  expect(scheme).toBe('Basic');
  expect(Buffer.from(credentials, 'base64').toString()).toBe(
    `${values[keys.openobserveRootEmail]}:${password}`,
  );
});

it('leaves alone what is there, also what it does not know', () => {
  const there = { [keys.redisPassword]: 'in use', 'somebody-elses': 'key' };
  expect(made([keys.redisPassword], there)).toEqual(there);
});

it('makes only what is needed', () => {
  expect(made([])).toEqual({});
});

it('does not make up what somebody else must know', () => {
  const passwords = [keys.redisPassword, keys.redisSentinelPassword];
  const needed = [keys.mongodbUri, ...passwords, keys.telemetryAuthorization];
  expect(made(needed, {}, otherStores)).toEqual({});
});

it('fills a value that is empty', () => {
  expect(made([keys.redisPassword], { [keys.redisPassword]: '' })[keys.redisPassword]).not.toBe('');
});
