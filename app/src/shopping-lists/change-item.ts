import { endpoint } from '../http/endpoint.ts';
import { changedReply, expectedVersions, ifMatch } from '../http/if-match.ts';
import { itemChanges } from './item-schemas.ts';
import { reply } from './one.ts';
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
      headers: ifMatch,
      body: itemChanges,
      replies: {
        200: { description: 'The list as it now is', schema: shoppingList },
        ...changedReply,
      },
    },
    async ({ userId, params: { id, itemId }, headers, body }) => {
      const expected = expectedVersions(headers);
      const changed = await lists.changeItem(userId, id, itemId, body, expected);
      if (!changed) throw noSuchItem();
      return reply(200, changed);
    },
  );
}
