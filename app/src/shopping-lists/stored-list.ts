import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { invalidInput } from '../http/problem.ts';
import type { Stored } from '../planning/owned-store.ts';
import { addedState } from './merge/changes.ts';
import { isShown, remembered } from './merge/forget.ts';
import { joinedAll } from './merge/joined.ts';
import { shownItems } from './merge/shown.ts';
import type { ItemState } from './merge/state.ts';
import type { ShoppingList, ShoppingListReplacement } from './schemas.ts';

const maxItems = 500;

/** A shopping list as stored. */
export interface StoredList {
  readonly name: string;
  readonly isActive: boolean;
  /** When it was made active, milliseconds since 1970; of several that are, the latest counts. */
  readonly activatedAt?: number;
  /** Those that were removed too, for the time being. */
  readonly items: readonly ItemState[];
  /** What was done until then, milliseconds since 1970, may have been forgotten. */
  readonly forgottenAt?: number;
  readonly itemCount: number;
  readonly checkedCount: number;
}

export const storedListFields: readonly (keyof StoredList)[] = [
  'name',
  'isActive',
  'activatedAt',
  'items',
  'forgottenAt',
  'itemCount',
  'checkedCount',
];

/** A list with other items. @throws HttpProblem (400) when they are too many. */
export function withItems(list: StoredList, items: readonly ItemState[], now: number): StoredList {
  const shown = items.filter(isShown);
  if (shown.length > maxItems) {
    throw invalidInput([
      { path: 'items', message: `There would be more than ${maxItems} items on the list.` },
    ]);
  }
  return {
    ...list,
    ...remembered(items, now, list.forgottenAt),
    itemCount: shown.length,
    checkedCount: shown.filter(({ checked }) => checked?.value === true).length,
  };
}

export function withActivity(list: StoredList, isActive: boolean, now: number): StoredList {
  const { activatedAt: _, ...rest } = list;
  return { ...rest, isActive, ...(isActive && { activatedAt: now }) };
}

/** A list as it comes from a file. @param at when it was changed there, milliseconds since 1970. */
export function restoredList(
  { name, isActive = false, items }: ShoppingListReplacement,
  at: number,
): StoredList {
  const states = items.map(({ id = randomUUID(), ...item }) => addedState(id, item, at));
  const empty = { name, isActive, items: [], itemCount: 0, checkedCount: 0 };
  return withItems(withActivity(empty, isActive, at), joinedAll(states), Date.now());
}

/** A list as its owner sees it. */
export function shownList(list: StoredList & Stored): ShoppingList {
  const { items, activatedAt: _, forgottenAt: __, ...rest } = list;
  return { ...rest, items: shownItems(items) };
}

/** Whether two say the same. That less is remembered as time goes by is no change. */
export function isSameList(a: StoredList, b: StoredList): boolean {
  const { items: itemsOfA, forgottenAt: _, ...restOfA } = a;
  const { items: itemsOfB, forgottenAt: __, ...restOfB } = b;
  return (
    itemsOfA.length === itemsOfB.length &&
    // Most are the very same ones, which need no look inside.
    itemsOfA.every((item, index) => item === itemsOfB[index] || isSame(item, itemsOfB[index])) &&
    isSame(restOfA, restOfB)
  );
}

/** Whether two say the same, but for what the database adds by itself. */
function isSame(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(comparable(a), comparable(b));
}

function comparable(value: unknown): unknown {
  const withoutEmpty = (_key: string, value: unknown) =>
    Array.isArray(value) && value.length === 0 ? undefined : value;
  return JSON.parse(JSON.stringify(value, withoutEmpty));
}
