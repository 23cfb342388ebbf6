import { type Connection, type Model, Schema } from 'mongoose';

/** A user as stored. */
export interface UserRecord {
  readonly email: string;
  readonly name: string;
  /** argon2id, in the PHC format. */
  readonly passwordHash: string;
  /** Grows with every change of the password; sessions of an older one are over. Absent means 0. */
  readonly passwordVersion?: number;
  /** Hash of the token of a password reset under way. */
  readonly resetPasswordToken?: string;
  /** When that token stops working. */
  readonly resetPasswordExpires?: Date;
}

const userSchema = new Schema<UserRecord>(
  {
    email: { type: String, required: true },
    name: { type: String, required: true },
    passwordHash: { type: String, required: true },
    passwordVersion: Number,
    resetPasswordToken: String,
    resetPasswordExpires: Date,
  },
  { timestamps: true, versionKey: false },
);
userSchema.index({ email: 1 }, { unique: true });
userSchema.index({ resetPasswordToken: 1 });

export function userModel(connection: Connection): Model<UserRecord> {
  return connection.model<UserRecord>('User', userSchema);
}
