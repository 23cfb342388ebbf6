import type { Events } from '../events.ts';
import { endpoint } from '../http/endpoint.ts';
import { reply } from './one.ts';
import { shoppingList, shoppingListInput } from './schemas.ts';
import type { ShoppingListService } from './service.ts';

export function createShoppingList(lists: ShoppingListService, events: Events) {
  return endpoint(
    {
      method: 'post',
      path: '/api/shopping-lists',
      operationId: 'createShoppingList',
      summary: 'Make a shopping list, also from recipes or a meal plan',
      tag: 'shopping-lists',
      signedIn: true,
      body: shoppingListInput,
      replies: { 201: { description: 'The shopping list is made', schema: shoppingList } },
    },
    async ({ userId, body }) => {
      const made = await lists.create(userId, body);
      events.record('shopping_list.created', { shoppingListId: made.id });
      return reply(201, made);
    },
  );
}
