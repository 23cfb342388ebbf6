import { randomUUID } from 'node:crypto';
import { type Connection, type Model, Schema, Types } from 'mongoose';
import type { OwnedData } from '../database/owned-data.ts';

/** When the data of a user was last about to change. */
interface StampRecord {
  /** The user's. */
  readonly _id: Types.ObjectId;
  /** Another one with every change, and never one that has been. */
  readonly version: string;
  /** By the clock of the database. */
  readonly changedAt: Date;
}

/** Lengths of time that stamps rely on, milliseconds. */
export interface StampTimes {
  /** How long a write that succeeds usually takes at most. One that took longer is stamped again. */
  readonly longestWrite: number;
  /** How far the clocks of this instance and of the database may be apart. */
  readonly clockSkew: number;
}

/**
 * Tells whether what was once read of a user's data is still true. Each change first gives the
 * user's stamp another version, and then writes. So what was read once a stamp had settled, that is
 * once the write it announced must be over, is true as long as the stamp stays the same. Why this
 * holds in every order of events stands in docs/decisions/0012-cache.md.
 */
export class Stamps {
  readonly #model: Model<StampRecord>;
  readonly #times: StampTimes;
  readonly #now: () => number;

  /**
   * @param model name of the mongoose model, such as `RecipeStamp`.
   * @param now tells how long writes take: a clock that is never set, milliseconds.
   */
  constructor(
    connection: Connection,
    model: string,
    times: StampTimes,
    now = () => performance.now(),
  ) {
    const schema = new Schema<StampRecord>(
      {
        _id: { type: Schema.Types.ObjectId, ref: 'User', required: true },
        version: { type: String, required: true },
        changedAt: { type: Date, required: true },
      },
      { versionKey: false },
    );
    this.#model = connection.model<StampRecord>(model, schema);
    this.#times = times;
    this.#now = now;
  }

  /**
   * The version of the stamp.
   * @returns `undefined` while a change may be under way, and for users who never changed anything.
   */
  async settled(owner: string): Promise<string | undefined> {
    const { longestWrite, clockSkew } = this.#times;
    // Every read that may be kept begins with this one: without mongoose's query it takes half the time.
    const stamp = await this.#model.collection.findOne<StampRecord>(
      { _id: new Types.ObjectId(owner) },
      { projection: { version: 1, changedAt: 1 } },
    );
    if (!stamp) return undefined;
    const age = Date.now() - stamp.changedAt.getTime();
    return age > longestWrite + clockSkew ? stamp.version : undefined;
  }

  /** Announces a write, and makes it. */
  async change<T>(owner: string, write: () => Promise<T>): Promise<T> {
    const begin = this.#now();
    await this.#touch(owner);
    try {
      const result = await write();
      // Somebody may have taken the write for over and done, and kept what was before it.
      if (this.#now() - begin > this.#times.longestWrite) await this.#touch(owner);
      return result;
    } catch (error) {
      // The database may still carry it out. When it cannot be reached now, the error tells of that.
      await this.#touch(owner).catch(() => {});
      throw error;
    }
  }

  /** The stamps as data that goes with an account. */
  get owned(): OwnedData {
    return {
      model: this.#model.modelName,
      removeAllOf: async (owner) => {
        await this.#model.deleteOne({ _id: new Types.ObjectId(owner) });
      },
    };
  }

  async #touch(owner: string): Promise<void> {
    await this.#model.updateOne(
      { _id: new Types.ObjectId(owner) },
      { $set: { version: randomUUID() }, $currentDate: { changedAt: true } },
      { upsert: true },
    );
  }
}
