import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { type SecretKey, secret, type Target } from '@recipe-book/cdk8s';

const { keys } = secret;

/** Values of a Secret by their keys, as text. */
export type SecretValues = Readonly<Record<string, string>>;

/** Makes the value of a key; some follow from others, which are there by then. */
type Maker = readonly [key: SecretKey, make: (values: SecretValues) => string];

/**
 * What may be made here, in this order: values that are of this cluster alone and that nobody can guess.
 * The others are known to somebody else.
 */
function makers({ runs }: Pick<Target, 'runs'>): Maker[] {
  const always: Maker[] = [[keys.jwtPrivateKey, signingKey]];
  const redis: Maker[] = [
    [keys.redisPassword, password],
    [keys.redisSentinelPassword, password],
  ];
  const openobserve: Maker[] = [
    // It takes small letters and a last part of two to six of them.
    [keys.openobserveRootEmail, () => 'admin@example.com'],
    [keys.openobserveRootPassword, passwordOfEveryKind],
    [keys.openobserveReaderPassword, passwordOfEveryKind],
    [keys.telemetryAuthorization, basicAuthorization],
  ];
  return [...always, ...(runs.redis ? redis : []), ...(runs.openobserve ? openobserve : [])];
}

/** Adds those of the needed values that are missing and may be made; what is there stays as it is. */
export function complete(
  target: Pick<Target, 'runs'>,
  needed: readonly SecretKey[],
  there: SecretValues,
): SecretValues {
  const values: Record<string, string> = { ...there };
  for (const [key, make] of makers(target)) {
    if (needed.includes(key) && !values[key]) values[key] = make(values);
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

/** The same, with a letter of each kind that OpenObserve asks for. */
function passwordOfEveryKind(): string {
  return `${password()}-aA1`;
}

/** What the Collectors show OpenObserve (RFC 7617). */
function basicAuthorization(values: SecretValues): string {
  const { [keys.openobserveRootEmail]: email, [keys.openobserveRootPassword]: secret } = values;
  return `Basic ${Buffer.from(`${email}:${secret}`).toString('base64')}`;
}
