import type { Model } from 'mongoose';
import { isDuplicate } from '../database/errors.ts';
import type { UserRecord } from './model.ts';
import { hashPassword, isPassword } from './passwords.ts';
import type { NewUser, User } from './schemas.ts';

const publicFields = { email: 1, name: 1 } as const;

/** What can be done with users. */
export class UserService {
  readonly #users: Model<UserRecord>;

  constructor(users: Model<UserRecord>) {
    this.#users = users;
  }

  /** @returns `undefined` when the address is taken. */
  async register({ email, password, name }: NewUser): Promise<User | undefined> {
    const passwordHash = await hashPassword(password);
    try {
      return toUser(await this.#users.create({ email, name, passwordHash }));
    } catch (error) {
      if (isDuplicate(error)) return undefined;
      throw error;
    }
  }

  /** @returns `undefined` for an unknown address and, after the same time, for a wrong password. */
  async signIn(email: string, password: string): Promise<User | undefined> {
    const found = await this.#users
      .findOne({ email })
      .select({ ...publicFields, passwordHash: 1 })
      .lean();
    const correct = await isPassword(found?.passwordHash, password);
    return found && correct ? toUser(found) : undefined;
  }

  async find(id: string): Promise<User | undefined> {
    const found = await this.#users.findById(id).select(publicFields).lean();
    return found ? toUser(found) : undefined;
  }

  async findByEmail(email: string): Promise<User | undefined> {
    const found = await this.#users.findOne({ email }).select(publicFields).lean();
    return found ? toUser(found) : undefined;
  }

  /** Whether there is any user at all. */
  async any(): Promise<boolean> {
    return (await this.#users.exists({})) !== null;
  }
}

function toUser(record: { _id: unknown; email: string; name: string }): User {
  return { id: String(record._id), email: record.email, name: record.name };
}
