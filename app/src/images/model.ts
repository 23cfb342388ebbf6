import { type Connection, type Model, Schema, type Types } from 'mongoose';

/**
 * A picture that there is, or was to be: written before its files and removed after them, so that
 * no file is forgotten.
 */
export interface PictureRecord {
  /** The name of its files. */
  readonly _id: string;
  readonly owner: Types.ObjectId;
  readonly recipe: Types.ObjectId;
  readonly widths: readonly number[];
  readonly createdAt: Date;
}

const pictureSchema = new Schema<PictureRecord>(
  {
    _id: { type: String, required: true },
    owner: { type: Schema.Types.ObjectId, ref: 'User', required: true },
    recipe: { type: Schema.Types.ObjectId, ref: 'Recipe', required: true },
    widths: [Number],
  },
  { timestamps: { createdAt: true, updatedAt: false }, versionKey: false },
);
pictureSchema.index({ owner: 1, recipe: 1 });

export function pictureModel(connection: Connection): Model<PictureRecord> {
  return connection.model<PictureRecord>('Picture', pictureSchema);
}
