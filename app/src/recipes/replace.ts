import { endpoint } from '../http/endpoint.ts';
import { noSuchRecipe, oneRecipe } from './one.ts';
import { recipe, recipeInput } from './schemas.ts';
import type { RecipeService } from './service.ts';

export function replaceRecipe(recipes: RecipeService) {
  return endpoint(
    {
      ...oneRecipe,
      method: 'put',
      summary: 'Replace a recipe',
      body: recipeInput,
      replies: { 200: { description: 'The recipe as it now is', schema: recipe } },
    },
    async ({ userId, params, body }) => {
      const replaced = await recipes.replace(userId, params.id, body);
      if (!replaced) throw noSuchRecipe();
      return { status: 200, body: replaced };
    },
  );
}
