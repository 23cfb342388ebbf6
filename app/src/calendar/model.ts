import { type Connection, Schema } from 'mongoose';
import { ownedFields, schemaOptions } from '../planning/model-parts.ts';
import type { OwnedModel, OwnedRecord } from '../planning/owned-store.ts';

const calendarSchema = new Schema<OwnedRecord>(
  { ...ownedFields, tokenHash: { type: String, required: true } },
  schemaOptions,
);
calendarSchema.index({ owner: 1 }, { unique: true });
calendarSchema.index({ tokenHash: 1 }, { unique: true });

export function calendarModel(connection: Connection): OwnedModel {
  return connection.model<OwnedRecord>('CalendarLink', calendarSchema);
}
