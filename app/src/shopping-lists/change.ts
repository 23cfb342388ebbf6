import { endpoint } from '../http/endpoint.ts';
import { changedReply, expectedVersions, ifMatch } from '../http/if-match.ts';
import { noSuchShoppingList, oneShoppingList, reply } from './one.ts';
import { shoppingList, shoppingListChanges } from './schemas.ts';
import type { ShoppingListService } from './service.ts';

export function changeShoppingList(lists: ShoppingListService) {
  return endpoint(
    {
      ...oneShoppingList,
      method: 'patch',
      operationId: 'changeShoppingList',
      summary: 'Change some fields of a shopping list',
      headers: ifMatch,
      body: shoppingListChanges,
      replies: {
        200: { description: 'The shopping list as it now is', schema: shoppingList },
        ...changedReply,
      },
    },
    async ({ userId, params, headers, body }) => {
      const expected = expectedVersions(headers);
      const changed = await lists.change(userId, params.id, body, expected);
      if (!changed) throw noSuchShoppingList();
      return reply(200, changed);
    },
  );
}
