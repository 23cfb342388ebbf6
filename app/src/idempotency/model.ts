import { type Connection, type Model, Schema, type Types } from 'mongoose';

/** A key that a user has sent. Each attempt at its request makes a record of its own. */
export interface IdempotencyRecord {
  readonly _id: Types.ObjectId;
  readonly owner: Types.ObjectId;
  /** Derived from the key, and so are the next two; without the key they tell nothing. */
  readonly key: string;
  /** What the request was, to know it again. */
  readonly request: string;
  /** The sealed answer; absent while the first request is under way. */
  readonly answer?: string;
  /** From then on the record counts for nothing: soon while under way, later once answered. */
  readonly expiresAt: Date;
}

const idempotencySchema = new Schema<IdempotencyRecord>(
  {
    owner: { type: Schema.Types.ObjectId, ref: 'User', required: true },
    key: { type: String, required: true },
    request: { type: String, required: true },
    answer: String,
    expiresAt: { type: Date, required: true },
  },
  { versionKey: false },
);
idempotencySchema.index({ owner: 1, key: 1 }, { unique: true });
// The database removes a record when its time is over, but not at once.
idempotencySchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export function idempotencyModel(connection: Connection): Model<IdempotencyRecord> {
  return connection.model<IdempotencyRecord>('IdempotencyKey', idempotencySchema);
}
