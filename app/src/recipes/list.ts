import { endpoint } from '../http/endpoint.ts';
import { pageOf, pageQuery } from '../http/pagination.ts';
import { recipeSummary } from './schemas.ts';
import type { RecipeService } from './service.ts';

export function listRecipes(recipes: RecipeService) {
  return endpoint(
    {
      method: 'get',
      path: '/api/recipes',
      summary: 'Your recipes, newest first',
      tag: 'recipes',
      signedIn: true,
      query: pageQuery,
      replies: { 200: { description: 'A page of recipes', schema: pageOf(recipeSummary) } },
    },
    async ({ userId, query }) => ({ status: 200, body: await recipes.list(userId, query) }),
  );
}
