import { endpoint } from '../http/endpoint.ts';
import { busyReply } from '../planning/owned-store.ts';
import { noSuchItem, oneItem } from './one-item.ts';
import { shoppingList } from './schemas.ts';
import type { ShoppingListService } from './service.ts';

export function removeItem(lists: ShoppingListService) {
  return endpoint(
    {
      ...oneItem,
      method: 'delete',
      operationId: 'removeShoppingItem',
      summary: 'Remove an item',
      replies: {
        200: { description: 'The list as it now is', schema: shoppingList },
        ...busyReply,
      },
    },
    async ({ userId, params }) => {
      const changed = await lists.removeItem(userId, params.id, params.itemId);
      if (!changed) throw noSuchItem();
      return { status: 200, body: changed };
    },
  );
}
