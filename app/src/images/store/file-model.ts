import { type Connection, type Model, Schema } from 'mongoose';

/** A file of a picture; far smaller than the 16 MB that a document may have. */
export interface ImageFileRecord {
  /** Name and width. */
  readonly _id: string;
  readonly data: Buffer;
}

const imageFileSchema = new Schema<ImageFileRecord>(
  { _id: { type: String, required: true }, data: { type: Buffer, required: true } },
  { versionKey: false },
);

export function imageFileModel(connection: Connection): Model<ImageFileRecord> {
  return connection.model<ImageFileRecord>('ImageFile', imageFileSchema);
}
