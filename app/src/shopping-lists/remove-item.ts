import { endpoint } from '../http/endpoint.ts';
import { changedReply, expectedVersions, ifMatch } from '../http/if-match.ts';
import { reply } from './one.ts';
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
      headers: ifMatch,
      replies: {
        200: { description: 'The list as it now is', schema: shoppingList },
        ...changedReply,
      },
    },
    async ({ userId, params: { id, itemId }, headers }) => {
      const expected = expectedVersions(headers);
      const changed = await lists.removeItem(userId, id, itemId, expected);
      if (!changed) throw noSuchItem();
      return reply(200, changed);
    },
  );
}
