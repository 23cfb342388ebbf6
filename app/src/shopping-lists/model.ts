import { type Connection, Schema, type SchemaDefinitionProperty } from 'mongoose';
import { ownedFields, recipeReference, schemaOptions } from '../planning/model-parts.ts';
import type { OwnedModel, OwnedRecord } from '../planning/owned-store.ts';

function register(value: SchemaDefinitionProperty) {
  return new Schema({ value, at: { type: Number, required: true } }, { _id: false });
}

const amountSchema = new Schema({ quantity: Number, unit: String }, { _id: false });

const itemSchema = new Schema(
  {
    id: { type: String, required: true },
    addedAt: Number,
    removedAt: Number,
    name: register(String),
    amount: register(amountSchema),
    note: register(String),
    aisle: register(String),
    checked: register(Boolean),
    recipeIds: { type: [recipeReference], default: undefined },
  },
  { _id: false, id: false },
);

const shoppingListSchema = new Schema<OwnedRecord>(
  {
    ...ownedFields,
    name: { type: String, required: true },
    isActive: { type: Boolean, required: true },
    activatedAt: Number,
    items: [itemSchema],
    forgottenAt: Number,
    itemCount: { type: Number, required: true },
    checkedCount: { type: Number, required: true },
  },
  schemaOptions,
);
shoppingListSchema.index({ owner: 1, isActive: 1 });
// For the order of the list: the active one first, then the newest.
shoppingListSchema.index({ owner: 1, isActive: -1, createdAt: -1 });

export function shoppingListModel(connection: Connection): OwnedModel {
  return connection.model<OwnedRecord>('ShoppingList', shoppingListSchema);
}
