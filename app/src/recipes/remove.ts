import { endpoint } from '../http/endpoint.ts';
import { noSuchRecipe, oneRecipe } from './one.ts';
import type { RecipeService } from './service.ts';

export function removeRecipe(recipes: RecipeService) {
  return endpoint(
    {
      ...oneRecipe,
      method: 'delete',
      summary: 'Remove a recipe',
      replies: { 204: { description: 'The recipe is removed' } },
    },
    async ({ userId, params }) => {
      if (!(await recipes.remove(userId, params.id))) throw noSuchRecipe();
      return { status: 204 };
    },
  );
}
