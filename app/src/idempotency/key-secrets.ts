import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { feed } from './fingerprint.ts';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * What is derived from a key that a user has sent. The key itself is never stored, so the database
 * alone opens no answer, which may hold the secret of a link, and tells nothing of a body, which may
 * hold a password. The owner goes into it: the same key of another user is another one.
 */
export class KeySecrets {
  readonly #owner: string;
  readonly #key: string;

  constructor(owner: string, key: string) {
    this.#owner = owner;
    this.#key = key;
  }

  /** What is stored instead of the key. */
  get name(): string {
    return this.#derived('name').toString('base64url');
  }

  /** What is stored instead of a request, to know it again. */
  fingerprint(request: unknown): string {
    const hash = createHmac('sha256', this.#derived('request'));
    feed(hash, request);
    return hash.digest('base64url');
  }

  seal(text: string): string {
    const nonce = randomBytes(nonceBytes);
    const sealing = createCipheriv(cipher, this.#derived('answer'), nonce);
    const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
    return Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString('base64');
  }

  /** @throws when it was not sealed by this key. */
  open(sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64');
    const nonce = bytes.subarray(0, nonceBytes);
    const opening = createDecipheriv(cipher, this.#derived('answer'), nonce);
    opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const text = opening.update(bytes.subarray(nonceBytes + tagBytes));
    return Buffer.concat([text, opening.final()]).toString('utf8');
  }

  #derived(purpose: 'name' | 'request' | 'answer'): Buffer {
    const info = `recipe-book idempotency ${purpose}`;
    return Buffer.from(hkdfSync('sha256', this.#key, this.#owner, info, 32));
  }
}
