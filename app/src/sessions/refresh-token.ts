import { createHash, createHmac, randomBytes } from 'node:crypto';

const familyBytes = 16;
const secretBytes = 32;
const shape = /^[\w-]{64}$/;
const pageShape = /^[\w-]{43}$/;

/**
 * A refresh token: which family it is of, and a secret that changes with every use. Both parts are
 * random, so whoever knows the family has held one of its tokens.
 */
export class RefreshToken {
  readonly #family: Buffer;
  readonly #secret: Buffer;

  private constructor(family: Buffer, secret: Buffer) {
    this.#family = family;
    this.#secret = secret;
  }

  /** The first of a new family. */
  static create(): RefreshToken {
    return new RefreshToken(randomBytes(familyBytes), randomBytes(secretBytes));
  }

  /** @returns `undefined` for a text that cannot be a token. */
  static read(text: string): RefreshToken | undefined {
    if (!shape.test(text)) return undefined;
    const bytes = Buffer.from(text, 'base64url');
    return new RefreshToken(bytes.subarray(0, familyBytes), bytes.subarray(familyBytes));
  }

  /** What the client keeps. */
  get text(): string {
    return Buffer.concat([this.#family, this.#secret]).toString('base64url');
  }

  /**
   * What shows whose session it is and can do nothing else: all tokens of a family have the same, and no part of
   * one can be made of it.
   */
  get pageToken(): string {
    return createHmac('sha256', this.#family).update('page').digest('base64url');
  }

  /** What the server keeps of the page token. */
  get pageHash(): string {
    return hash(Buffer.from(this.pageToken, 'base64url'));
  }

  /** What the server keeps of the family. */
  get familyHash(): string {
    return hash(this.#family);
  }

  /** What the server keeps of the secret. */
  get secretHash(): string {
    return hash(this.#secret);
  }

  /**
   * The next token. It takes both this token and the salt to make it: who reads the database lacks
   * the one, who has stolen the token the other.
   */
  successor(salt: string): RefreshToken {
    const secret = createHmac('sha256', this.#secret).update(salt).digest();
    return new RefreshToken(this.#family, secret);
  }
}

/** What the server keeps of a page token. @returns `undefined` for a text that cannot be one. */
export function pageHashOf(pageToken: string): string | undefined {
  return pageShape.test(pageToken) ? hash(Buffer.from(pageToken, 'base64url')) : undefined;
}

/** A plain hash does: nobody can guess 128 or 256 random bits. */
function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64url');
}
