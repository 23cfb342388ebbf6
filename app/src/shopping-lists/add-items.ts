import { endpoint } from '../http/endpoint.ts';
import { busyReply } from '../http/if-match.ts';
import { noSuchShoppingList, oneShoppingList, reply } from './one.ts';
import { additions, shoppingList } from './schemas.ts';
import type { ShoppingListService } from './service.ts';

export function addItems(lists: ShoppingListService) {
  return endpoint(
    {
      ...oneShoppingList,
      method: 'post',
      path: '/api/shopping-lists/:id/items',
      operationId: 'addShoppingItems',
      summary: 'Put items on a list, also from recipes or a meal plan; the same food is added up',
      body: additions,
      replies: {
        200: { description: 'The list as it now is', schema: shoppingList },
        ...busyReply,
      },
    },
    async ({ userId, params, body }) => {
      const changed = await lists.add(userId, params.id, body);
      if (!changed) throw noSuchShoppingList();
      return reply(200, changed);
    },
  );
}
