import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';

/** A key set, and tokens that hold against it. */
export interface TestTokens {
  /** JSON Web Key Set (RFC 7517). */
  readonly keys: object;
  /** A token with these claims beside the usual ones. */
  token(claims: object): string;
}

export function testTokens(): TestTokens {
  const { privateKey } = generateKeyPairSync('ed25519');
  const jwk = createPublicKey(privateKey).export({ format: 'jwk' });
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return {
    keys: { keys: [{ ...jwk, kid: 'test', alg: 'EdDSA', use: 'sig' }] },
    token: (claims) => {
      const now = Math.floor(Date.now() / 1000);
      const usual = { iss: 'recipe-book', aud: 'recipe-book', iat: now, exp: now + 600 };
      const text = `${part({ alg: 'EdDSA', kid: 'test' })}.${part({ ...usual, ...claims })}`;
      return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
    },
  };
}
