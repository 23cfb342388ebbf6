import type { Events } from '../events.ts';
import { endpoint } from '../http/endpoint.ts';
import { changedReply, expectedVersions, ifMatch } from '../http/if-match.ts';
import { noSuchRecipe, oneRecipe, orProblem } from './one.ts';
import type { RecipeService } from './service.ts';

export function removeRecipe(recipes: RecipeService, events: Events) {
  return endpoint(
    {
      ...oneRecipe,
      method: 'delete',
      operationId: 'removeRecipe',
      summary: 'Remove a recipe',
      headers: ifMatch,
      replies: { 204: { description: 'The recipe is removed' }, ...changedReply },
    },
    async ({ userId, params, headers }) => {
      const expected = expectedVersions(headers);
      const removed = await orProblem(recipes.remove(userId, params.id, expected));
      if (!removed) throw noSuchRecipe();
      events.record('recipe.deleted', { recipeId: params.id });
      return { status: 204 };
    },
  );
}
