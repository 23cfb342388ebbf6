import { z } from 'zod';
import { recipeInput } from '../recipes/schemas.ts';

/** Most characters that are read of a page. */
const maxText = 2 * 1024 * 1024;

/** What to import from: one of the three. */
export const importInput = z
  .strictObject({
    url: z.string().max(2048).trim().min(1).optional().meta({
      description: 'A page at http:// or https://, fetched from here',
    }),
    html: z.string().max(maxText).optional().meta({ description: 'The source of a page' }),
    jsonLd: z
      .union([z.string().max(maxText), z.array(z.unknown()), z.record(z.string(), z.unknown())])
      .optional()
      .meta({ description: 'A document of JSON-LD that holds a schema.org/Recipe, or its text' }),
  })
  .refine((input) => Object.values(input).filter((value) => value !== undefined).length === 1, {
    error: 'must hold exactly one of url, html and jsonLd',
  })
  .meta({ id: 'RecipeImport', minProperties: 1, maxProperties: 1 });

export type ImportInput = z.output<typeof importInput>;

export const importResult = z
  .object({
    recipe: recipeInput.meta({ description: 'To look through and send to POST /api/recipes' }),
    images: z.array(z.url()).meta({ description: 'Pictures on the page; none is stored' }),
    problems: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .meta({ description: 'What could not be read' }),
  })
  .meta({ id: 'RecipeImportResult' });

export type ImportResult = z.output<typeof importResult>;
