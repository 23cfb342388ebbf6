import { endpoint } from '../http/endpoint.ts';
import { changedReply, expectedVersions, ifMatch } from '../http/if-match.ts';
import { noSuchShoppingList, oneShoppingList, reply } from './one.ts';
import { shoppingList, shoppingListReplacement } from './schemas.ts';
import type { ShoppingListService } from './service.ts';

export function replaceShoppingList(lists: ShoppingListService) {
  return endpoint(
    {
      ...oneShoppingList,
      method: 'put',
      operationId: 'replaceShoppingList',
      summary: 'Replace a shopping list',
      headers: ifMatch,
      body: shoppingListReplacement,
      replies: {
        200: { description: 'The shopping list as it now is', schema: shoppingList },
        ...changedReply,
      },
    },
    async ({ userId, params, headers, body }) => {
      const expected = expectedVersions(headers);
      const replaced = await lists.change(userId, params.id, body, expected);
      if (!replaced) throw noSuchShoppingList();
      return reply(200, replaced);
    },
  );
}
