import type { Model } from 'mongoose';
import { isDuplicate } from '../database/errors.ts';
import type { OwnedData } from '../database/owned-data.ts';
import type { TimeLimit } from '../database/time-limit.ts';
import type { UserRecord } from './model.ts';
import { hashPassword, isPassword } from './passwords.ts';
import type { NewUser, User, UserChanges } from './schemas.ts';

const publicFields = { email: 1, name: 1, passwordVersion: 1 } as const;

/** A user, and which of the passwords that the user has had is valid. */
export interface Account {
  readonly user: User;
  readonly passwordVersion: number;
}

/** What can be done with users. */
export class UserService {
  readonly #users: Model<UserRecord>;
  readonly #ownedData: readonly OwnedData[];

  /** @param ownedData all that goes with an account. */
  constructor(users: Model<UserRecord>, ownedData: readonly OwnedData[]) {
    this.#users = users;
    this.#ownedData = ownedData;
  }

  /** @returns `undefined` when the address is taken. */
  async register({ email, password, name }: NewUser): Promise<Account | undefined> {
    const passwordHash = await hashPassword(password);
    try {
      return toAccount(await this.#users.create({ email, name, passwordHash }));
    } catch (error) {
      if (isDuplicate(error)) return undefined;
      throw error;
    }
  }

  /** @returns `undefined` for an unknown address and, after the same time, for a wrong password. */
  async signIn(email: string, password: string): Promise<Account | undefined> {
    const found = await this.#users
      .findOne({ email })
      .select({ ...publicFields, passwordHash: 1 })
      .lean();
    const correct = await isPassword(found?.passwordHash, password);
    return found && correct ? toAccount(found) : undefined;
  }

  async find(id: string, limit: TimeLimit = {}): Promise<Account | undefined> {
    const found = await this.#users.findById(id).select(publicFields).setOptions(limit).lean();
    return found ? toAccount(found) : undefined;
  }

  async findByEmail(email: string): Promise<Account | undefined> {
    const found = await this.#users.findOne({ email }).select(publicFields).lean();
    return found ? toAccount(found) : undefined;
  }

  /** Whether there is such a user. */
  async isThere(id: string): Promise<boolean> {
    return (await this.#users.exists({ _id: id })) !== null;
  }

  /** Whether there is any user at all. */
  async any(): Promise<boolean> {
    return (await this.#users.exists({})) !== null;
  }

  /** @returns `undefined` when there is no such user. */
  async change(id: string, changes: UserChanges): Promise<User | undefined> {
    const changed = await this.#users
      .findByIdAndUpdate(id, changes, { returnDocument: 'after' })
      .select(publicFields)
      .lean();
    return changed ? toAccount(changed).user : undefined;
  }

  /** Whether this is the password of the user. */
  async hasPassword(id: string, password: string): Promise<boolean> {
    const found = await this.#users.findById(id).select({ passwordHash: 1 }).lean();
    return isPassword(found?.passwordHash, password);
  }

  /**
   * Sets another password, which ends a reset under way. Sessions of the old password are over.
   * @returns `undefined` when there is no such user.
   */
  async setPassword(id: string, password: string): Promise<Account | undefined> {
    const passwordHash = await hashPassword(password);
    const changed = await this.#users
      .findByIdAndUpdate(
        id,
        {
          $set: { passwordHash },
          $inc: { passwordVersion: 1 },
          $unset: { resetPasswordToken: 1, resetPasswordExpires: 1 },
        },
        { returnDocument: 'after' },
      )
      .select(publicFields)
      .lean();
    return changed ? toAccount(changed) : undefined;
  }

  /**
   * Deletes an account with all its data. The account itself goes last, so that its user can try
   * again when the database fails in between.
   */
  async remove(id: string): Promise<void> {
    for (const data of this.#ownedData) await data.removeAllOf(id);
    await this.#users.deleteOne({ _id: id });
  }
}

function toAccount(
  record: Pick<UserRecord, 'email' | 'name' | 'passwordVersion'> & { _id: unknown },
): Account {
  const { _id, email, name, passwordVersion = 0 } = record;
  return { user: { id: String(_id), email, name }, passwordVersion };
}
