import { endpoint } from '../http/endpoint.ts';
import { noSuchShoppingList, oneShoppingList } from './one.ts';
import type { ShoppingListService } from './service.ts';

export function removeShoppingList(lists: ShoppingListService) {
  return endpoint(
    {
      ...oneShoppingList,
      method: 'delete',
      operationId: 'removeShoppingList',
      summary: 'Remove a shopping list',
      replies: { 204: { description: 'The shopping list is removed' } },
    },
    async ({ userId, params }) => {
      if (!(await lists.remove(userId, params.id))) throw noSuchShoppingList();
      return { status: 204 };
    },
  );
}
