import { endpoint } from '../http/endpoint.ts';
import { changedReply, expectedVersions, ifMatch } from '../http/if-match.ts';
import { noSuchShoppingList, oneShoppingList } from './one.ts';
import type { ShoppingListService } from './service.ts';

export function removeShoppingList(lists: ShoppingListService) {
  return endpoint(
    {
      ...oneShoppingList,
      method: 'delete',
      operationId: 'removeShoppingList',
      summary: 'Remove a shopping list',
      headers: ifMatch,
      replies: { 204: { description: 'The shopping list is removed' }, ...changedReply },
    },
    async ({ userId, params, headers }) => {
      const expected = expectedVersions(headers);
      if (!(await lists.remove(userId, params.id, expected))) throw noSuchShoppingList();
      return { status: 204 };
    },
  );
}
