import { endpoint } from '../http/endpoint.ts';
import { noSuchRecipe, oneRecipe } from './one.ts';
import { recipe, recipeChanges } from './schemas.ts';
import type { RecipeService } from './service.ts';

export function changeRecipe(recipes: RecipeService) {
  return endpoint(
    {
      ...oneRecipe,
      method: 'patch',
      summary: 'Change some fields of a recipe; null takes a field away',
      body: recipeChanges,
      replies: { 200: { description: 'The recipe as it now is', schema: recipe } },
    },
    async ({ userId, params, body }) => {
      const changed = await recipes.change(userId, params.id, body);
      if (!changed) throw noSuchRecipe();
      return { status: 200, body: changed };
    },
  );
}
