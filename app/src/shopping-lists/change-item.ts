import { endpoint } from '../http/endpoint.ts';
import { busyReply } from '../planning/owned-store.ts';
import { itemChanges } from './item-schemas.ts';
import { noSuchItem, oneItem } from './one-item.ts';
import { shoppingList } from './schemas.ts';
import type { ShoppingListService } from './service.ts';

export function changeItem(lists: ShoppingListService) {
  return endpoint(
    {
      ...oneItem,
      method: 'patch',
      operationId: 'changeShoppingItem',
      summary: 'Change or check an item; null takes a field away',
      body: itemChanges,
      replies: {
        200: { description: 'The list as it now is', schema: shoppingList },
        ...busyReply,
      },
    },
    async ({ userId, params, body }) => {
      const changed = await lists.changeItem(userId, params.id, params.itemId, body);
      if (!changed) throw noSuchItem();
      return { status: 200, body: changed };
    },
  );
}
