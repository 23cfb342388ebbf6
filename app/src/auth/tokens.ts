import { createPrivateKey, createPublicKey, type KeyObject, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Settings, SettingsError } from '@recipe-book/settings';
import { calculateJwkThumbprint, type JSONWebKeySet, type JWK, SignJWT } from 'jose';

type TokenSettings = Pick<Settings, 'JWT_ISSUER' | 'ACCESS_TOKEN_TTL'>;

/** Whom the tokens are for; Envoy checks it. */
const audience = 'recipe-book';
const algorithm = 'EdDSA';

/** Signs access tokens. Envoy verifies them with the public key set. */
export class Tokens {
  readonly #key: KeyObject;
  readonly #publicKey: JWK & { readonly kid: string };
  readonly #settings: TokenSettings;

  private constructor(key: KeyObject, publicKey: JWK & { kid: string }, settings: TokenSettings) {
    this.#key = key;
    this.#publicKey = publicKey;
    this.#settings = settings;
  }

  /**
   * @param keyFile PKCS#8 PEM with an Ed25519 private key.
   * @throws SettingsError when the file does not hold one.
   */
  static async load(keyFile: string, settings: TokenSettings): Promise<Tokens> {
    const key = readKey(keyFile);
    const jwk = createPublicKey(key).export({ format: 'jwk' }) as JWK;
    const kid = await calculateJwkThumbprint(jwk);
    return new Tokens(key, { ...jwk, kid, alg: algorithm, use: 'sig' }, settings);
  }

  /** The public keys, for `/.well-known/jwks.json`. */
  get keySet(): JSONWebKeySet {
    return { keys: [this.#publicKey] };
  }

  /** A token that says who the user is, for ACCESS_TOKEN_TTL seconds. */
  async issue(userId: string): Promise<string> {
    const issuedAt = Math.floor(Date.now() / 1000);
    return new SignJWT()
      .setProtectedHeader({ alg: algorithm, typ: 'JWT', kid: this.#publicKey.kid })
      .setIssuer(this.#settings.JWT_ISSUER)
      .setAudience(audience)
      .setSubject(userId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + this.#settings.ACCESS_TOKEN_TTL)
      .setJti(randomUUID())
      .sign(this.#key);
  }
}

function readKey(file: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // The reason may quote the key; that it cannot be used is all that is said.
  }
  throw new SettingsError([
    `JWT_PRIVATE_KEY_FILE is "${file}"; allowed: the path of a PKCS#8 PEM file with an Ed25519 private key.`,
  ]);
}
