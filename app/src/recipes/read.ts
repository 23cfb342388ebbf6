import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { wholeNumber } from '../http/pagination.ts';
import { HttpProblem } from '../http/problem.ts';
import { oneRecipe, orProblem, reply } from './one.ts';
import { scaleRecipe } from './scale.ts';
import { recipe } from './schemas.ts';
import type { RecipeService } from './service.ts';

// Links carry all kinds of parameters, so others are left aside.
const query = z.object({
  servings: wholeNumber(1, 1000)
    .optional()
    .meta({ description: 'Scales the ingredients; what is stored stays' }),
});

export function readRecipe(recipes: RecipeService) {
  return endpoint(
    {
      ...oneRecipe,
      method: 'get',
      operationId: 'readRecipe',
      summary: 'One recipe, for as many servings as you like',
      query,
      replies: {
        200: { description: 'The recipe', schema: recipe },
        409: { description: 'The recipe names no servings, so it cannot be scaled' },
      },
    },
    async ({ userId, params, query: { servings } }) => {
      const found = await orProblem(recipes.find(userId, params.id));
      if (servings === undefined) return reply(200, found);
      const scaled = scaleRecipe(found, servings);
      if (!scaled) throw notScalable();
      // A tag of its own, which no change can be based on.
      return { status: 200, body: scaled, headers: { ETag: `"${scaled.version}-${servings}"` } };
    },
  );
}

function notScalable(): HttpProblem {
  return new HttpProblem(
    409,
    'The recipe does not say how many servings it is for, so it cannot be scaled; add servings first.',
    { code: 'no-servings' },
  );
}
