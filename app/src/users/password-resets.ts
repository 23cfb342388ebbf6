import { createHash, randomBytes } from 'node:crypto';
import mongoose, { type Model } from 'mongoose';
import type { UserRecord } from './model.ts';
import { hashPassword } from './passwords.ts';

const tokenBytes = 32;

/** Setting a forgotten password by a token that only the owner of the e-mail address gets. */
export class PasswordResets {
  readonly #users: Model<UserRecord>;
  readonly #ttl: number;

  /** @param ttl PASSWORD_RESET_TTL, seconds. */
  constructor(users: Model<UserRecord>, ttl: number) {
    this.#users = users;
    this.#ttl = ttl;
  }

  /**
   * Makes a token, which takes the place of one made before. It is stored as a hash.
   * @returns the token to send, or `undefined` when nobody has the address.
   */
  async begin(email: string): Promise<string | undefined> {
    const token = randomBytes(tokenBytes).toString('base64url');
    const resetPasswordExpires = new Date(Date.now() + this.#ttl * 1000);
    const { matchedCount } = await this.#users.updateOne(
      { email },
      { resetPasswordToken: hash(token), resetPasswordExpires },
    );
    return matchedCount > 0 ? token : undefined;
  }

  /**
   * Sets the password, once for each token. Sessions of the old password are over.
   * @returns the id of the user, or `undefined` when the token is unknown, used or too old.
   */
  async complete(token: string, password: string): Promise<string | undefined> {
    const valid = {
      resetPasswordToken: hash(token),
      resetPasswordExpires: mongoose.trusted({ $gt: new Date() }),
    };
    // Hashing a password is costly, so it waits until the token has turned out to be good.
    if (!(await this.#users.exists(valid))) return undefined;
    const passwordHash = await hashPassword(password);
    const changed = await this.#users
      .findOneAndUpdate(valid, {
        $set: { passwordHash },
        $inc: { passwordVersion: 1 },
        $unset: { resetPasswordToken: 1, resetPasswordExpires: 1 },
      })
      .select({ _id: 1 })
      .lean();
    return changed ? String(changed._id) : undefined;
  }
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
