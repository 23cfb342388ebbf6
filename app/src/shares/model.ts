import { type Connection, Schema } from 'mongoose';
import { ownedFields, schemaOptions } from '../planning/model-parts.ts';
import type { OwnedModel, OwnedRecord } from '../planning/owned-store.ts';
import { shareKinds } from './schemas.ts';

const shareSchema = new Schema<OwnedRecord>(
  {
    ...ownedFields,
    kind: { type: String, enum: shareKinds, required: true },
    targetId: { type: Schema.Types.ObjectId, required: true },
    tokenHash: { type: String, required: true },
  },
  schemaOptions,
);
shareSchema.index({ owner: 1, createdAt: -1 });
shareSchema.index({ tokenHash: 1 }, { unique: true });

export function shareModel(connection: Connection): OwnedModel {
  return connection.model<OwnedRecord>('Share', shareSchema);
}
