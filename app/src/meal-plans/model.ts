import { type Connection, Schema } from 'mongoose';
import { ownedFields, recipeReference, schemaOptions } from '../planning/model-parts.ts';
import type { OwnedModel, OwnedRecord } from '../planning/owned-store.ts';

const slotSchema = new Schema(
  {
    date: { type: String, required: true },
    meal: { type: String, required: true },
    recipeId: recipeReference,
    title: String,
    servings: Number,
    note: String,
  },
  { _id: false },
);

// Days are text, as ISO 8601 writes them: they sort as they should, and belong to no time zone.
const mealPlanSchema = new Schema<OwnedRecord>(
  {
    ...ownedFields,
    name: String,
    startDate: { type: String, required: true },
    endDate: { type: String, required: true },
    slots: [slotSchema],
  },
  schemaOptions,
);
mealPlanSchema.index({ owner: 1, startDate: 1, endDate: 1 });

export function mealPlanModel(connection: Connection): OwnedModel {
  return connection.model<OwnedRecord>('MealPlan', mealPlanSchema);
}
