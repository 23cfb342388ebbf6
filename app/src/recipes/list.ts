import { endpoint } from '../http/endpoint.ts';
import { pageOf } from '../http/pagination.ts';
import { listQuery } from './list-query.ts';
import { recipeSummary } from './schemas.ts';
import type { RecipeService } from './service.ts';

export function listRecipes(recipes: RecipeService) {
  return endpoint(
    {
      method: 'get',
      path: '/api/recipes',
      operationId: 'listRecipes',
      summary: 'Your recipes, all or those looked for',
      tag: 'recipes',
      signedIn: true,
      query: listQuery,
      replies: { 200: { description: 'A page of recipes', schema: pageOf(recipeSummary) } },
    },
    async ({ userId, query }) => ({ status: 200, body: await recipes.list(userId, query) }),
  );
}
