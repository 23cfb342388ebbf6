import { createPrivateKey } from 'node:crypto';
import { secret } from '@recipe-book/cdk8s';
import { complete } from './made-secrets.ts';

const { jwtPrivateKey, redisPassword, mongodbUri } = secret.keys;

it('makes a signing key that the app can read', () => {
  const { [jwtPrivateKey]: pem = '' } = complete([jwtPrivateKey], {});
  expect(createPrivateKey(pem).asymmetricKeyType).toBe('ed25519');
});

it('makes passwords that nobody can guess, another each time', () => {
  const made = () => complete([redisPassword], {})[redisPassword] ?? '';
  expect(made()).toMatch(/^[\w-]{32}$/);
  expect(made()).not.toBe(made());
});

it('leaves alone what is there, also what it does not know', () => {
  const there = { [redisPassword]: 'in use', 'somebody-elses': 'key' };
  expect(complete([redisPassword], there)).toEqual(there);
});

it('does not make up what somebody else must know', () => {
  expect(complete([mongodbUri], {})).toEqual({});
});

it('fills a value that is empty', () => {
  expect(complete([redisPassword], { [redisPassword]: '' })[redisPassword]).not.toBe('');
});
