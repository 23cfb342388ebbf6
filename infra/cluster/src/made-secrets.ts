import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { type SecretKey, secret } from '@recipe-book/cdk8s';

const { keys } = secret;

/** Values of a Secret by their keys, as text. */
export type SecretValues = Readonly<Record<string, string>>;

/** Makes a value; what is there already may be needed for it. */
type Make = (there: SecretValues) => string;

/** Values that may be anything, as long as nobody can guess them. The others are known to somebody else. */
const makers: Readonly<Partial<Record<SecretKey, Make>>> = {
  [keys.jwtPrivateKey]: signingKey,
  [keys.redisPassword]: password,
};

/**
 * Adds what is missing and can be made; what is there stays as it is.
 * @param needed keys in the order in which they are made.
 */
export function complete(needed: readonly SecretKey[], there: SecretValues): SecretValues {
  const values: Record<string, string> = { ...there };
  for (const key of needed) {
    const make = makers[key];
    if (!values[key] && make) values[key] = make(values);
  }
  return values;
}

/** A PKCS#8 PEM with a new Ed25519 private key. */
function signingKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** 192 random bits, in letters that need no quoting anywhere. */
function password(): string {
  return randomBytes(24).toString('base64url');
}
