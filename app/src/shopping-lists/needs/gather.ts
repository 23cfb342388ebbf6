import { randomUUID } from 'node:crypto';
import { kindOf, sumOf } from '../amounts/amount.ts';
import { foodKey } from '../amounts/food-name.ts';
import { addedState } from '../merge/changes.ts';
import { momentFor } from '../merge/edits.ts';
import { isShown } from '../merge/forget.ts';
import { joined, joinedAll } from '../merge/joined.ts';
import { shownItem } from '../merge/shown.ts';
import type { ItemState } from '../merge/state.ts';
import type { Need } from './need.ts';

const maxNote = 500;

/**
 * Puts needs on a list. The same food in amounts that can be added up becomes one item; a checked
 * item is in the basket already, so what is needed beyond it is a new one.
 */
export function gathered(items: readonly ItemState[], needs: readonly Need[], now: number) {
  const open = new Map<string, ItemState>();
  for (const item of items) {
    if (isShown(item) && item.checked?.value !== true) open.set(keyOf(needFrom(item)), item);
  }
  const changed: ItemState[] = [];
  for (const [key, need] of together(needs)) {
    const item = open.get(key);
    changed.push(item ? withNeed(item, need, now) : newItem(need, now));
  }
  return joinedAll([...items, ...changed]);
}

/** Needs with the same key as one. What is checked stays on its own. */
function together(needs: readonly Need[]): Map<string, Need> {
  const found = new Map<string, Need>();
  for (const need of needs) {
    const key = need.checked ? randomUUID() : keyOf(need);
    const other = found.get(key);
    found.set(key, other ? sumOfNeeds(other, need) : need);
  }
  return found;
}

function sumOfNeeds(a: Need, b: Need): Need {
  const note = jointNote(a.note, b.note);
  return {
    ...a,
    amount: sumOf(a.amount, b.amount),
    recipeIds: [...a.recipeIds, ...b.recipeIds],
    ...(note !== undefined && { note }),
  };
}

function withNeed(item: ItemState, need: Need, now: number): ItemState {
  const at = momentFor(item, now);
  const sum = sumOfNeeds(needFrom(item), need);
  return joined(item, {
    id: item.id,
    amount: { value: sum.amount, at },
    ...(sum.note !== undefined && { note: { value: sum.note, at } }),
    recipeIds: sum.recipeIds,
  });
}

function newItem({ amount, ...need }: Need, now: number): ItemState {
  return addedState(randomUUID(), { ...need, ...amount }, now);
}

function needFrom(item: ItemState): Need {
  const { id: _, quantity, unit, ...rest } = shownItem(item);
  return { ...rest, amount: { quantity, unit } };
}

function keyOf({ name, amount }: Need): string {
  return JSON.stringify([foodKey(name), kindOf(amount)]);
}

function jointNote(a: string | undefined, b: string | undefined): string | undefined {
  const parts = new Set([a, b].flatMap((note) => note?.split('; ') ?? []));
  return parts.size === 0 ? undefined : [...parts].join('; ').slice(0, maxNote);
}
