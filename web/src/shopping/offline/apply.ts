import { aisles } from '@recipe-book/app/aisles/aisles';
import type { Change, Item, ItemEdit, List, NewItem } from '../types.ts';

let collator: Intl.Collator | undefined;

/**
 * A list as it will be once changes of this device have reached the server. Only for showing: what the
 * changes of several devices come to is for the server to say.
 */
export function withChanges(list: List, changes: readonly Change[]): List {
  if (changes.length === 0) return list;
  const items = new Map(list.items.map((item) => [item.id, item]));
  for (const change of changes) {
    const item = items.get(change.itemId);
    if (change.kind === 'remove') items.delete(change.itemId);
    else if (change.kind === 'add') {
      // The server may have it already, though its answer was lost, and others may have edited it since.
      if (!item) items.set(change.itemId, added(change.itemId, change.item));
    } else if (item) items.set(change.itemId, edited(item, change.fields));
  }
  const shown = [...items.values()].sort(inOrderOfShop);
  return {
    ...list,
    items: shown,
    itemCount: shown.length,
    checkedCount: shown.filter(({ checked }) => checked).length,
  };
}

function added(id: string, item: NewItem): Item {
  const { aisle = 'other', checked = false, recipeIds = [], ...rest } = item;
  return { ...rest, id, aisle, checked, recipeIds } as Item;
}

/** What is absent stays, and `null` takes a field away. */
function edited(item: Item, fields: ItemEdit): Item {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const whole = Object.entries({ ...item, ...Object.fromEntries(given) });
  return Object.fromEntries(whole.filter(([, value]) => value !== null)) as unknown as Item;
}

/** As the API sorts them. */
function inOrderOfShop(a: Item, b: Item): number {
  return (
    aisles.indexOf(a.aisle) - aisles.indexOf(b.aisle) ||
    compareNames(a.name, b.name) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** The collator is made when changes wait, not with each page: the first of a browser takes a phone 80 ms. */
function compareNames(a: string, b: string): number {
  collator ??= new Intl.Collator('en');
  return collator.compare(a, b);
}
