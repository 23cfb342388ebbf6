import { endpoint } from '../http/endpoint.ts';
import { busyReply } from '../planning/owned-store.ts';
import { noSuchShoppingList, oneShoppingList } from './one.ts';
import { shoppingList, shoppingListReplacement } from './schemas.ts';
import type { ShoppingListService } from './service.ts';

export function replaceShoppingList(lists: ShoppingListService) {
  return endpoint(
    {
      ...oneShoppingList,
      method: 'put',
      operationId: 'replaceShoppingList',
      summary: 'Replace a shopping list',
      body: shoppingListReplacement,
      replies: {
        200: { description: 'The shopping list as it now is', schema: shoppingList },
        ...busyReply,
      },
    },
    async ({ userId, params, body }) => {
      const replaced = await lists.change(userId, params.id, body);
      if (!replaced) throw noSuchShoppingList();
      return { status: 200, body: replaced };
    },
  );
}
