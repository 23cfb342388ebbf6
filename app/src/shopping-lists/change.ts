import { endpoint } from '../http/endpoint.ts';
import { busyReply } from '../planning/owned-store.ts';
import { noSuchShoppingList, oneShoppingList } from './one.ts';
import { shoppingList, shoppingListChanges } from './schemas.ts';
import type { ShoppingListService } from './service.ts';

export function changeShoppingList(lists: ShoppingListService) {
  return endpoint(
    {
      ...oneShoppingList,
      method: 'patch',
      operationId: 'changeShoppingList',
      summary: 'Change some fields of a shopping list',
      body: shoppingListChanges,
      replies: {
        200: { description: 'The shopping list as it now is', schema: shoppingList },
        ...busyReply,
      },
    },
    async ({ userId, params, body }) => {
      const changed = await lists.change(userId, params.id, body);
      if (!changed) throw noSuchShoppingList();
      return { status: 200, body: changed };
    },
  );
}
