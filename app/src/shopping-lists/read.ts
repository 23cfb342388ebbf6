import { endpoint } from '../http/endpoint.ts';
import { noSuchShoppingList, oneShoppingList, reply } from './one.ts';
import { shoppingList } from './schemas.ts';
import type { ShoppingListService } from './service.ts';

export function readShoppingList(lists: ShoppingListService) {
  return endpoint(
    {
      ...oneShoppingList,
      method: 'get',
      operationId: 'readShoppingList',
      summary: 'One shopping list, its items by aisle',
      replies: { 200: { description: 'The shopping list', schema: shoppingList } },
    },
    async ({ userId, params }) => {
      const found = await lists.find(userId, params.id);
      if (!found) throw noSuchShoppingList();
      return reply(200, found);
    },
  );
}
