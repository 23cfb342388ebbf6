import { endpoint } from '../http/endpoint.ts';
import { changedReply, expectedVersions, ifMatch } from '../http/if-match.ts';
import { oneRecipe, orProblem, reply } from './one.ts';
import { recipe, recipeChanges } from './schemas.ts';
import type { RecipeService } from './service.ts';

export function changeRecipe(recipes: RecipeService) {
  return endpoint(
    {
      ...oneRecipe,
      method: 'patch',
      operationId: 'changeRecipe',
      summary: 'Change some fields of a recipe; null takes a field away',
      headers: ifMatch,
      body: recipeChanges,
      replies: { 200: { description: 'The recipe as it now is', schema: recipe }, ...changedReply },
    },
    async ({ userId, params, headers, body }) => {
      const expected = expectedVersions(headers);
      return reply(200, await orProblem(recipes.change(userId, params.id, body, expected)));
    },
  );
}
