import { z } from 'zod';
import { image } from '../images/schemas.ts';
import { ingredient, ingredientsInput } from '../ingredients/schemas.ts';
import { storedShape } from '../planning/schema-parts.ts';
import { nutrition } from './nutrition.ts';

const text = (max: number) => z.string().max(max).trim().min(1);

/** Two weeks: longest time that preparing and cooking may each take, minutes. */
export const maxMinutes = 20_160;
const minutes = z.int().min(0).max(maxMinutes);

/** Longest title, characters. */
export const maxTitle = 200;
const title = text(maxTitle).meta({ example: 'Shakshuka' });
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
  difficulty: z.enum(['easy', 'medium', 'hard']).optional(),
  nutrition: nutrition.optional(),
  rating: z.int().min(1).max(5).optional(),
  notes: text(10_000).optional(),
  sourceUrl: z
    .url({ protocol: /^https?$/, error: 'must be a URL that starts with http:// or https://' })
    .max(2048)
    .optional(),
};

/** A whole recipe, for POST and PUT. */
export const recipeInput = z
  .strictObject({
    title,
    ingredients: ingredientsInput.default([]),
    steps: steps.default([]),
    tags: tags.default([]),
    ...optional,
  })
  .meta({ id: 'RecipeInput' });

/** Changes to a recipe, for PATCH: what is absent stays, and `null` takes an optional field away (RFC 7396). */
export const recipeChanges = z
  .strictObject({
    title: title.optional(),
    ingredients: ingredientsInput.optional(),
    steps: steps.optional(),
    tags: tags.optional(),
    description: optional.description.nullable(),
    servings: optional.servings.nullable(),
    prepMinutes: optional.prepMinutes.nullable(),
    cookMinutes: optional.cookMinutes.nullable(),
    cuisine: optional.cuisine.nullable(),
    dishType: optional.dishType.nullable(),
    difficulty: optional.difficulty.nullable(),
    nutrition: optional.nutrition.nullable(),
    rating: optional.rating.nullable(),
    notes: optional.notes.nullable(),
    sourceUrl: optional.sourceUrl.nullable(),
  })
  .meta({ id: 'RecipeChanges' });

const stored = { ...storedShape, image: image.optional() };

export const recipe = z
  .object({ title, ingredients: z.array(ingredient), steps, tags, ...optional, ...stored })
  .meta({ id: 'Recipe' });

/** A recipe in a list: without its long parts. */
export const recipeSummary = recipe
  .omit({ ingredients: true, steps: true, notes: true, nutrition: true, sourceUrl: true })
  .meta({ id: 'RecipeSummary' });

const label = z
  .object({ name: z.string(), count: z.int().meta({ description: 'Recipes that have it' }) })
  .meta({ id: 'Label' });
const labels = z.array(label);

/** What recipes can be found by. */
export const recipeLabels = z
  .object({ tags: labels, cuisines: labels, dishTypes: labels })
  .meta({ id: 'RecipeLabels' });

export type Label = z.output<typeof label>;
export type RecipeLabels = z.output<typeof recipeLabels>;
export type RecipeInput = z.output<typeof recipeInput>;
export type RecipeChanges = z.output<typeof recipeChanges>;
export type Recipe = z.output<typeof recipe>;
export type RecipeSummary = z.output<typeof recipeSummary>;
