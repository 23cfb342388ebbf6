import { endpoint } from '../http/endpoint.ts';
import { noSuchShoppingList, oneShoppingList, reply } from './one.ts';
import { shoppingList, syncInput } from './schemas.ts';
import type { ShoppingListService } from './service.ts';

export function syncShoppingList(lists: ShoppingListService) {
  return endpoint(
    {
      ...oneShoppingList,
      method: 'post',
      path: '/api/shopping-lists/:id/sync',
      summary: 'Bring in what was done offline; sending the same changes again does no harm',
      body: syncInput,
      replies: { 200: { description: 'The list with all changes', schema: shoppingList } },
    },
    async ({ userId, params, body }) => {
      const merged = await lists.sync(userId, params.id, body.changes);
      if (!merged) throw noSuchShoppingList();
      return reply(200, merged);
    },
  );
}
