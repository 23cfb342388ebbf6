import type {
  ShoppingList,
  ShoppingListSummary,
  syncInput,
} from '@recipe-book/app/schemas/shopping-lists';
import type { z } from 'zod';
import type { Sent } from '../api/sent.ts';

/** A shopping list as the API sends it. */
export type List = Sent<ShoppingList>;

/** A list among others: without its items. */
export type ListSummary = Sent<ShoppingListSummary>;

export type Item = List['items'][number];
export type Aisle = Item['aisle'];

/** One thing that was done to an item on this device, as `/sync` takes it. */
export type Change = z.input<typeof syncInput>['changes'][number];
export type ItemEdit = Extract<Change, { kind: 'edit' }>['fields'];
export type NewItem = Extract<Change, { kind: 'add' }>['item'];
