import { endpoint } from '../http/endpoint.ts';
import { busyReply } from '../http/if-match.ts';
import { noSuchShoppingList, oneShoppingList, reply } from './one.ts';
import { shoppingList, syncInput } from './schemas.ts';
import type { ShoppingListService } from './service.ts';

export function syncShoppingList(lists: ShoppingListService) {
  return endpoint(
    {
      ...oneShoppingList,
      method: 'post',
      path: '/api/shopping-lists/:id/sync',
      operationId: 'syncShoppingList',
      summary: 'Bring in what was done offline; sending the same changes again does no harm',
      body: syncInput,
      replies: {
        200: { description: 'The list with all changes', schema: shoppingList },
        ...busyReply,
      },
    },
    async ({ userId, params, body }) => {
      const merged = await lists.sync(userId, params.id, body.changes);
      if (!merged) throw noSuchShoppingList();
      return reply(200, merged);
    },
  );
}
