import { endpoint } from '../http/endpoint.ts';
import { pageOf } from '../http/pagination.ts';
import { shoppingListQuery, shoppingListSummary } from './schemas.ts';
import type { ShoppingListService } from './service.ts';

export function listShoppingLists(lists: ShoppingListService) {
  return endpoint(
    {
      method: 'get',
      path: '/api/shopping-lists',
      operationId: 'listShoppingLists',
      summary: 'Your shopping lists: the active one first, then the newest',
      tag: 'shopping-lists',
      signedIn: true,
      query: shoppingListQuery,
      replies: {
        200: { description: 'A page of shopping lists', schema: pageOf(shoppingListSummary) },
      },
    },
    async ({ userId, query }) => ({ status: 200, body: await lists.list(userId, query) }),
  );
}
