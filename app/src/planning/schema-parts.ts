import { z } from 'zod';
import { objectId } from '../database/object-id.ts';
import { image } from '../images/schemas.ts';

/** Text that says something: not empty, no blanks around it. */
export const text = (max: number) => z.string().max(max).trim().min(1);

/** How many servings of a recipe are meant. */
export const servings = z.number().positive().max(1000).meta({ example: 4 });

const time = z.date().meta({ override: { type: 'string', format: 'date-time' } });

/** What every stored thing shows besides its own fields. */
export const storedShape = {
  id: objectId,
  version: z.int().meta({ description: 'Counts the changes; the same number is in ETag' }),
  createdAt: time,
  updatedAt: time,
};

/** A recipe that something refers to: what is needed to show it there. */
export const recipeCard = z
  .object({
    id: objectId,
    title: z.string(),
    servings: z.number().optional(),
    dishType: z.string().optional(),
    tags: z.array(z.string()),
    image: image.optional(),
  })
  .meta({ id: 'RecipeCard' });
export type RecipeCard = z.output<typeof recipeCard>;
