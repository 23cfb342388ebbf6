import { z } from 'zod';
import { pageQuery } from '../http/pagination.ts';
import { storedShape, text } from '../planning/schema-parts.ts';
import { itemId, itemInput, shoppingItem } from './item-schemas.ts';
import { change } from './merge/changes.ts';
import { sourceShape } from './needs/sources.ts';

const name = text(200).meta({ example: 'Saturday' });
const items = z
  .array(itemInput.extend({ id: itemId.optional() }))
  .max(500)
  .meta({ description: 'All items; those of the list that are not among them are removed' });

/** A new list, for POST. */
export const shoppingListInput = z
  .strictObject({
    name: name.default('Shopping list'),
    isActive: z.boolean().default(true).meta({ description: 'True makes the others inactive' }),
    ...sourceShape,
  })
  .meta({ id: 'ShoppingListInput' });

/** A whole list, for PUT. Without `isActive` it stays as active as it is. */
export const shoppingListReplacement = z
  .strictObject({ name, isActive: z.boolean().optional(), items: items.default([]) })
  .meta({ id: 'ShoppingListReplacement' });

/** Changes to a list, for PATCH: what is absent stays. */
export const shoppingListChanges = z
  .strictObject({
    name: name.optional(),
    isActive: z.boolean().optional(),
    items: items.optional(),
  })
  .meta({ id: 'ShoppingListChanges' });

/** What to put on a list. */
export const additions = z.strictObject(sourceShape).meta({ id: 'ShoppingListAdditions' });

/** What was done on a device since it last spoke to the server. */
export const syncInput = z
  .strictObject({ changes: z.array(change).max(500) })
  .meta({ id: 'ShoppingListSync' });

/** A list in a list of lists: without its items. */
export const shoppingListSummary = z
  .object({
    name,
    isActive: z.boolean(),
    itemCount: z.int(),
    checkedCount: z.int(),
    ...storedShape,
  })
  .meta({ id: 'ShoppingListSummary' });

export const shoppingList = shoppingListSummary
  .extend({
    items: z.array(shoppingItem).meta({ description: 'By aisle, then by name' }),
  })
  .meta({ id: 'ShoppingList' });

/** `?isActive=true` leaves the active list only. */
export const shoppingListQuery = pageQuery.extend({
  isActive: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .meta({
      override: ({ jsonSchema }) => {
        jsonSchema.type = 'boolean';
        // Of the texts, which are no booleans.
        delete jsonSchema.enum;
      },
    }),
});

export type ShoppingListInput = z.output<typeof shoppingListInput>;
export type ShoppingListReplacement = z.output<typeof shoppingListReplacement>;
export type ShoppingListChanges = z.output<typeof shoppingListChanges>;
export type ShoppingListSummary = z.output<typeof shoppingListSummary>;
export type ShoppingList = z.output<typeof shoppingList>;
export type ShoppingListQuery = z.output<typeof shoppingListQuery>;
