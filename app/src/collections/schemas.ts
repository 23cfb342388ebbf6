import { z } from 'zod';
import { objectId } from '../database/object-id.ts';
import { pageQuery } from '../http/pagination.ts';
import { recipeCard, storedShape, text } from '../planning/schema-parts.ts';

const name = text(200).meta({ example: 'Sunday breakfasts' });
const description = text(2000);
const recipeIds = z
  .array(objectId)
  .max(500)
  .refine((ids) => new Set(ids).size === ids.length, 'must not hold a recipe twice')
  .meta({ description: 'Your recipes, in the order in which they are shown', uniqueItems: true });

/** A whole collection, for POST and PUT. */
export const collectionInput = z
  .strictObject({ name, description: description.optional(), recipeIds: recipeIds.default([]) })
  .meta({ id: 'CollectionInput' });

/** Changes to a collection, for PATCH: what is absent stays, and `null` takes the description away. */
export const collectionChanges = z
  .strictObject({
    name: name.optional(),
    description: description.nullable().optional(),
    recipeIds: recipeIds.optional(),
  })
  .meta({ id: 'CollectionChanges' });

export const collection = z
  .object({
    name,
    description: description.optional(),
    recipeIds,
    recipes: z.array(recipeCard).meta({ description: 'The recipes to `recipeIds`' }),
    ...storedShape,
  })
  .meta({ id: 'Collection' });

/** Recipes that the cover of a collection shows. */
export const coverLength = 4;

/** A collection in a list. */
export const collectionSummary = z
  .object({
    name,
    description: description.optional(),
    recipeCount: z.int(),
    firstRecipes: z
      .array(recipeCard)
      .max(coverLength)
      .meta({ description: 'The first of its recipes, whose pictures make a cover' }),
    ...storedShape,
  })
  .meta({ id: 'CollectionSummary' });

export const collectionQuery = pageQuery.extend({
  recipeId: objectId
    .optional()
    .meta({ description: 'Leaves the collections that this recipe is in' }),
});

export type CollectionInput = z.output<typeof collectionInput>;
export type CollectionChanges = z.output<typeof collectionChanges>;
export type Collection = z.output<typeof collection>;
export type CollectionSummary = z.output<typeof collectionSummary>;
export type CollectionQuery = z.output<typeof collectionQuery>;
