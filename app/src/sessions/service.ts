import { randomBytes } from 'node:crypto';
import mongoose, { type Model } from 'mongoose';
import type { TimeLimit } from '../database/time-limit.ts';
import type { SessionRecord } from './model.ts';
import { pageHashOf, RefreshToken } from './refresh-token.ts';

const saltBytes = 32;

/** Whose session it is, and of which password. */
export interface SessionOwner {
  readonly id: string;
  readonly passwordVersion: number;
}

/** What came of using a refresh token. */
export type Rotation =
  | { readonly outcome: 'rotated'; readonly owner: SessionOwner; readonly token: string }
  | { readonly outcome: 'reused'; readonly owner: SessionOwner }
  | { readonly outcome: 'unknown' };

type OwnerFields = Pick<SessionRecord, 'owner' | 'passwordVersion'>;

/** What can be done with sessions. */
export class SessionService {
  readonly #sessions: Model<SessionRecord>;
  readonly #ttl: number;

  /** @param ttl REFRESH_TOKEN_TTL, seconds. */
  constructor(sessions: Model<SessionRecord>, ttl: number) {
    this.#sessions = sessions;
    this.#ttl = ttl;
  }

  /** @returns the first refresh token. */
  async start({ id, passwordVersion }: SessionOwner): Promise<string> {
    const token = RefreshToken.create();
    await this.#sessions.create({
      _id: token.familyHash,
      owner: id,
      secret: token.secretHash,
      page: token.pageHash,
      passwordVersion,
      expiresAt: this.#end(),
    });
    return token.text;
  }

  /**
   * Takes a refresh token and gives the next one. A token that was used before ends its session:
   * either the user or a thief holds a copy, and nobody can tell which.
   */
  async rotate(text: string): Promise<Rotation> {
    const token = RefreshToken.read(text);
    if (!token) return { outcome: 'unknown' };
    const salt = randomBytes(saltBytes).toString('base64url');
    const next = token.successor(salt);
    const rotated = await this.#sessions
      .findOneAndUpdate(
        {
          _id: token.familyHash,
          secret: token.secretHash,
          expiresAt: mongoose.trusted({ $gt: new Date() }),
        },
        {
          secret: next.secretHash,
          previousSecret: token.secretHash,
          salt,
          // Sessions that are older than it have none.
          page: token.pageHash,
          expiresAt: this.#end(),
        },
      )
      .select({ owner: 1, passwordVersion: 1 })
      .lean();
    if (!rotated) return this.#rotateAgain(token);
    return { outcome: 'rotated', owner: toOwner(rotated), token: next.text };
  }

  /** Whose session it is that a page token shows, which stays as it is. */
  async ownerOf(pageToken: string, limit: TimeLimit = {}): Promise<SessionOwner | undefined> {
    const page = pageHashOf(pageToken);
    if (page === undefined) return undefined;
    const found = await this.#sessions
      .findOne({ page, expiresAt: mongoose.trusted({ $gt: new Date() }) })
      .select({ owner: 1, passwordVersion: 1 })
      .setOptions(limit)
      .lean();
    return found ? toOwner(found) : undefined;
  }

  /** Ends the session of a token, even if that token has been used. */
  async end(text: string): Promise<void> {
    const token = RefreshToken.read(text);
    if (token) await this.#sessions.deleteOne({ _id: token.familyHash });
  }

  /** Ends every session of a user. */
  async endAll(owner: string): Promise<void> {
    await this.#sessions.deleteMany({ owner });
  }

  /**
   * Ends every session of a user but one, which goes on with the new password.
   * @param text refresh token of the one to keep.
   */
  async endOthers({ id, passwordVersion }: SessionOwner, text: string): Promise<void> {
    const kept = RefreshToken.read(text)?.familyHash ?? '';
    await this.#sessions.updateOne({ _id: kept, owner: id }, { passwordVersion });
    await this.#sessions.deleteMany({ owner: id, _id: mongoose.trusted({ $ne: kept }) });
  }

  /**
   * For a token that is not the valid one. The one before it gives the same successor again until that is used: for
   * tabs that refresh at the same instant, and for an answer that got lost, however long ago. The family never has
   * two valid tokens at once, so a stolen one still shows when the next is used.
   */
  async #rotateAgain(token: RefreshToken): Promise<Rotation> {
    const found = await this.#sessions
      .findOne({ _id: token.familyHash, expiresAt: mongoose.trusted({ $gt: new Date() }) })
      .select({ owner: 1, passwordVersion: 1, previousSecret: 1, salt: 1 })
      .lean();
    if (!found) return { outcome: 'unknown' };
    const { previousSecret, salt } = found;
    if (salt !== undefined && previousSecret === token.secretHash) {
      return { outcome: 'rotated', owner: toOwner(found), token: token.successor(salt).text };
    }
    await this.#sessions.deleteOne({ _id: token.familyHash });
    return { outcome: 'reused', owner: toOwner(found) };
  }

  #end(): Date {
    return new Date(Date.now() + this.#ttl * 1000);
  }
}

function toOwner({ owner, passwordVersion }: OwnerFields): SessionOwner {
  return { id: String(owner), passwordVersion };
}
