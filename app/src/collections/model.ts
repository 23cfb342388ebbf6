import { type Connection, Schema } from 'mongoose';
import { ownedFields, recipeReference, schemaOptions } from '../planning/model-parts.ts';
import type { OwnedModel, OwnedRecord } from '../planning/owned-store.ts';

const collectionSchema = new Schema<OwnedRecord>(
  {
    ...ownedFields,
    name: { type: String, required: true },
    description: String,
    recipeIds: [recipeReference],
  },
  schemaOptions,
);
collectionSchema.index({ owner: 1, name: 1 });

export function collectionModel(connection: Connection): OwnedModel {
  return connection.model<OwnedRecord>('Collection', collectionSchema);
}
