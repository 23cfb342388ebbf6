import { z } from 'zod';
import { objectId } from '../database/object-id.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const minutes = z.int().min(0).max(20_160);

const ingredient = z
  .strictObject({
    quantity: z.number().positive().max(1_000_000).optional(),
    unit: text(40).optional(),
    name: text(200),
    note: text(500).optional(),
  })
  .meta({ id: 'Ingredient' });

const title = text(200).meta({ example: 'Shakshuka' });
const ingredients = z.array(ingredient).max(200);
const steps = z.array(text(5000)).max(200);
const tags = z.array(text(50)).max(50);

/** Fields that a recipe may do without. */
const optional = {
  description: text(5000).optional(),
  servings: z.int().min(1).max(1000).optional(),
  prepMinutes: minutes.optional(),
  cookMinutes: minutes.optional(),
  cuisine: text(60).meta({ example: 'Tunisian' }).optional(),
  dishType: text(60).meta({ example: 'breakfast' }).optional(),
  sourceUrl: z
    .url({ protocol: /^https?$/, error: 'must be a URL that starts with http:// or https://' })
    .max(2048)
    .optional(),
};

/** A whole recipe, for POST and PUT. */
export const recipeInput = z
  .strictObject({
    title,
    ingredients: ingredients.default([]),
    steps: steps.default([]),
    tags: tags.default([]),
    ...optional,
  })
  .meta({ id: 'RecipeInput' });

/** Changes to a recipe, for PATCH: what is absent stays, and `null` takes an optional field away (RFC 7396). */
export const recipeChanges = z
  .strictObject({
    title: title.optional(),
    ingredients: ingredients.optional(),
    steps: steps.optional(),
    tags: tags.optional(),
    description: optional.description.nullable(),
    servings: optional.servings.nullable(),
    prepMinutes: optional.prepMinutes.nullable(),
    cookMinutes: optional.cookMinutes.nullable(),
    cuisine: optional.cuisine.nullable(),
    dishType: optional.dishType.nullable(),
    sourceUrl: optional.sourceUrl.nullable(),
  })
  .meta({ id: 'RecipeChanges' });

const stored = {
  id: objectId,
  createdAt: z.date().meta({ override: { type: 'string', format: 'date-time' } }),
  updatedAt: z.date().meta({ override: { type: 'string', format: 'date-time' } }),
};

export const recipe = z
  .object({ title, ingredients, steps, tags, ...optional, ...stored })
  .meta({ id: 'Recipe' });

/** A recipe in a list: without its long parts. */
export const recipeSummary = recipe
  .omit({ ingredients: true, steps: true, sourceUrl: true })
  .meta({ id: 'RecipeSummary' });

export type RecipeInput = z.output<typeof recipeInput>;
export type RecipeChanges = z.output<typeof recipeChanges>;
export type Recipe = z.output<typeof recipe>;
export type RecipeSummary = z.output<typeof recipeSummary>;
