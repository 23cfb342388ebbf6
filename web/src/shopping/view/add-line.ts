import { foodKey } from '@recipe-book/app/amounts/food-name';
import type { NewChange } from '../offline/list-store.ts';
import type { Item, List } from '../types.ts';
import { readItem } from './read-item.ts';

/** What adding a line means for a list; without `change` there is nothing to do. */
export interface LineAdded {
  readonly name: string;
  readonly outcome: 'new' | 'addedUp' | 'alreadyThere';
  readonly change?: NewChange;
}

/**
 * Puts what somebody typed on a list. What stands there already, and is not in the basket, is added up when the
 * units are alike; more than that the server does for recipes, whose units differ.
 */
export function addLine(list: List, line: string): LineAdded {
  const item = readItem(line);
  const { name, quantity, unit } = item;
  const same = list.items.find((other) => isSame(other, { name, unit, quantity }));
  if (!same) {
    const change = { kind: 'add', itemId: crypto.randomUUID(), item } as const;
    return { name, outcome: 'new', change };
  }
  if (quantity === undefined || same.quantity === undefined) {
    return { name: same.name, outcome: 'alreadyThere' };
  }
  const sum = Math.round((same.quantity + quantity) * 10_000) / 10_000;
  const fields = { quantity: sum, unit: same.unit ?? null };
  return { name: same.name, outcome: 'addedUp', change: { kind: 'edit', itemId: same.id, fields } };
}

interface Wanted {
  readonly name: string;
  readonly unit: string | undefined;
  readonly quantity: number | undefined;
}

function isSame(item: Item, { name, unit, quantity }: Wanted): boolean {
  return (
    !item.checked &&
    foodKey(item.name) === foodKey(name) &&
    item.unit === unit &&
    (item.quantity === undefined) === (quantity === undefined)
  );
}
