import { endpoint } from '../http/endpoint.ts';
import { recipeLabels } from './schemas.ts';
import type { RecipeService } from './service.ts';

export function readLabels(recipes: RecipeService) {
  return endpoint(
    {
      method: 'get',
      path: '/api/recipes/labels',
      operationId: 'readRecipeLabels',
      summary: 'The tags, cuisines and types of dish in your latest recipes, to look for',
      tag: 'recipes',
      signedIn: true,
      replies: { 200: { description: 'The labels, the most used first', schema: recipeLabels } },
    },
    async ({ userId }) => ({ status: 200, body: await recipes.labels(userId) }),
  );
}
