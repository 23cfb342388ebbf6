import { endpoint } from '../http/endpoint.ts';
import { noSuchRecipe, oneRecipe } from './one.ts';
import { recipe } from './schemas.ts';
import type { RecipeService } from './service.ts';

export function readRecipe(recipes: RecipeService) {
  return endpoint(
    {
      ...oneRecipe,
      method: 'get',
      summary: 'One recipe',
      replies: { 200: { description: 'The recipe', schema: recipe } },
    },
    async ({ userId, params }) => {
      const found = await recipes.find(userId, params.id);
      if (!found) throw noSuchRecipe();
      return { status: 200, body: found };
    },
  );
}
