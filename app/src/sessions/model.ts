import { type Connection, type Model, Schema, type Types } from 'mongoose';

/** A signed-in browser: a family of refresh tokens, of which one is valid. */
export interface SessionRecord {
  /** Hash of the part that all tokens of the family share. */
  readonly _id: string;
  readonly owner: Types.ObjectId;
  /** Hash of the secret of the valid token. */
  readonly secret: string;
  /** Hash of the secret of the token before it. */
  readonly previousSecret?: string;
  /** What made the valid token out of the one before it. */
  readonly salt?: string;
  /** Hash of the token that reads pages. Sessions that began before there was one have it from their next renewal on. */
  readonly page?: string;
  /** The user's `passwordVersion` when the session began. */
  readonly passwordVersion: number;
  readonly expiresAt: Date;
}

const sessionSchema = new Schema<SessionRecord>(
  {
    _id: { type: String, required: true },
    owner: { type: Schema.Types.ObjectId, ref: 'User', required: true },
    secret: { type: String, required: true },
    previousSecret: String,
    salt: String,
    page: String,
    passwordVersion: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
  },
  { timestamps: true, versionKey: false },
);
sessionSchema.index({ owner: 1 });
sessionSchema.index({ page: 1 }, { sparse: true });
// The database removes a session when its time is over.
sessionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export function sessionModel(connection: Connection): Model<SessionRecord> {
  return connection.model<SessionRecord>('Session', sessionSchema);
}
