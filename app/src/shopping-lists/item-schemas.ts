import { z } from 'zod';
import { objectId } from '../database/object-id.ts';
import { text } from '../planning/schema-parts.ts';
import { aisles } from './aisles/aisles.ts';
import { maxQuantity } from './amounts/amount.ts';

/** Ids of items are UUIDs, so that a device can make them while it is offline. */
export const itemId = z
  .uuid('must be a UUID')
  .transform((id) => id.toLowerCase())
  .meta({ override: { type: 'string', format: 'uuid' } });

/** Most recipes that an item can be for. */
export const maxRecipes = 200;

const name = text(200).meta({ example: 'flour' });
const quantity = z.number().positive().max(maxQuantity);
const unit = text(40).meta({ example: 'g' });
const note = text(500);
const aisle = z.enum(aisles).meta({ id: 'Aisle', description: 'In the order of a shop' });
const recipeIds = z
  .array(objectId)
  .max(maxRecipes)
  .meta({ description: 'Your recipes that it is for; others are left out' });

/** A new item. Without `aisle` it is found by the name. */
export const itemInput = z
  .strictObject({
    name,
    quantity: quantity.optional(),
    unit: unit.optional(),
    note: note.optional(),
    aisle: aisle.optional(),
    checked: z.boolean().default(false),
    recipeIds: recipeIds.default([]),
  })
  .meta({ id: 'ShoppingItemInput' });

/** Changes to an item: what is absent stays, and `null` takes a field away. */
export const itemChanges = z
  .strictObject({
    name: name.optional(),
    quantity: quantity.nullable().optional(),
    unit: unit.nullable().optional(),
    note: note.nullable().optional(),
    aisle: aisle.optional(),
    checked: z.boolean().optional(),
  })
  .meta({ id: 'ShoppingItemChanges' });

export const shoppingItem = z
  .object({
    id: z.uuid(),
    name,
    quantity: quantity.optional(),
    unit: unit.optional(),
    note: note.optional(),
    aisle,
    checked: z.boolean(),
    recipeIds,
  })
  .meta({ id: 'ShoppingItem' });

export type ItemInput = z.output<typeof itemInput>;
export type ItemChanges = z.output<typeof itemChanges>;
export type ShoppingItem = z.output<typeof shoppingItem>;
