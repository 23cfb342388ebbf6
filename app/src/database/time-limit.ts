import type { Mongoose } from 'mongoose';

/** Methods of a collection that send commands, and which of their arguments holds the options. */
const optionsAt = {
  aggregate: 1,
  bulkWrite: 1,
  countDocuments: 1,
  deleteMany: 1,
  deleteOne: 1,
  distinct: 2,
  estimatedDocumentCount: 0,
  find: 1,
  findOne: 1,
  findOneAndDelete: 1,
  findOneAndReplace: 2,
  findOneAndUpdate: 2,
  insertMany: 1,
  insertOne: 1,
  replaceOne: 2,
  updateMany: 2,
  updateOne: 2,
} as const;

/** For reads that somebody waits for less long than DB_QUERY_TIMEOUT. */
export interface TimeLimit {
  /** After so many milliseconds the database gives up on it; at least 1, for 0 would be none. */
  readonly maxTimeMS?: number;
}

/**
 * Gives every query and every write of all models a time after which the database gives up on it.
 * Mongoose's own option of this name reaches some of the reads only: no write, no cursor. Making
 * indexes is left out, since that takes as long as it takes.
 * @param maxTimeMS DB_QUERY_TIMEOUT.
 */
export function limitTime(mongoose: Mongoose, maxTimeMS: number): void {
  class LimitedCollection extends mongoose.Collection {}
  for (const [name, position] of Object.entries(optionsAt)) {
    const method: unknown = Reflect.get(mongoose.Collection.prototype, name);
    if (typeof method !== 'function') throw new Error(`A collection has no method ${name}.`);
    Object.defineProperty(LimitedCollection.prototype, name, {
      value(this: LimitedCollection, ...values: unknown[]) {
        const options = { maxTimeMS, ...(values[position] as object | undefined) };
        return method.apply(this, Object.assign([...values], { [position]: options }));
      },
    });
  }
  mongoose.setDriver({ Connection: mongoose.Connection, Collection: LimitedCollection });
}
