import type { Events } from '../events.ts';
import type { Endpoint } from '../http/endpoint.ts';
import { addItems } from './add-items.ts';
import { changeShoppingList } from './change.ts';
import { changeItem } from './change-item.ts';
import { createShoppingList } from './create.ts';
import { followShoppingList } from './follow.ts';
import { listShoppingLists } from './list.ts';
import { readShoppingList } from './read.ts';
import { removeShoppingList } from './remove.ts';
import { removeItem } from './remove-item.ts';
import { replaceShoppingList } from './replace.ts';
import type { ShoppingListService } from './service.ts';
import { syncShoppingList } from './sync.ts';

export function shoppingListEndpoints(lists: ShoppingListService, events: Events): Endpoint[] {
  return [
    listShoppingLists(lists),
    createShoppingList(lists, events),
    readShoppingList(lists),
    replaceShoppingList(lists),
    changeShoppingList(lists),
    removeShoppingList(lists),
    addItems(lists),
    changeItem(lists),
    removeItem(lists),
    syncShoppingList(lists),
    followShoppingList(lists),
  ];
}
