import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { parseLines } from './lines.ts';
import { ingredient, maxIngredients, maxLine } from './schemas.ts';

const lines = z.strictObject({
  lines: z
    .array(z.string().max(maxLine))
    .max(maxIngredients)
    .meta({ example: ['2 cups flour'] }),
});

/** For an editor's box where ingredients are pasted. */
export const parseIngredients = endpoint(
  {
    method: 'post',
    path: '/api/ingredients/parse',
    operationId: 'parseIngredients',
    summary: 'Read ingredients from lines of text; stores nothing',
    tag: 'ingredients',
    signedIn: true,
    changesNothing: true,
    body: lines,
    replies: {
      200: {
        description: 'The ingredients; headings that end with a colon have become their groups',
        schema: z.object({ ingredients: z.array(ingredient) }),
      },
    },
  },
  ({ body }) => ({ status: 200, body: { ingredients: parseLines(body.lines) } }),
);
