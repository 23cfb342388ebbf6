import { endpoint } from '../http/endpoint.ts';
import { changedReply, expectedVersions, ifMatch } from '../http/if-match.ts';
import { oneRecipe, orProblem, reply } from './one.ts';
import { recipe, recipeInput } from './schemas.ts';
import type { RecipeService } from './service.ts';

export function replaceRecipe(recipes: RecipeService) {
  return endpoint(
    {
      ...oneRecipe,
      method: 'put',
      operationId: 'replaceRecipe',
      summary: 'Replace a recipe',
      headers: ifMatch,
      body: recipeInput,
      replies: { 200: { description: 'The recipe as it now is', schema: recipe }, ...changedReply },
    },
    async ({ userId, params, headers, body }) => {
      const expected = expectedVersions(headers);
      return reply(200, await orProblem(recipes.replace(userId, params.id, body, expected)));
    },
  );
}
