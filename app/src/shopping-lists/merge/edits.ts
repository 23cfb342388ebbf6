import { randomUUID } from 'node:crypto';
import type { ItemChanges, ItemInput } from '../item-schemas.ts';
import { addedState, editRegisters } from './changes.ts';
import { isShown } from './forget.ts';
import { joined, joinedAll } from './joined.ts';
import { shownItem } from './shown.ts';
import type { ItemState } from './state.ts';

/** An item of a list that replaces another; with an id it is one that stands there already. */
export type ReplacedItem = ItemInput & { readonly id?: string | undefined };

/** A moment that is later than all that is known of an item, so that an edit made online counts. */
export function momentFor(item: ItemState, now: number): number {
  const { addedAt, name, amount, note, aisle, checked } = item;
  const times = [name, amount, note, aisle, checked].map((register) => register?.at ?? 0);
  return Math.max(now, addedAt ?? 0, ...times.map((at) => at + 1));
}

/** An item with changes that are made now. A quantity alone keeps its unit. */
export function edited(item: ItemState, changes: ItemChanges, now: number): ItemState {
  const amount = item.amount?.value ?? {};
  const amountGiven = changes.quantity !== undefined || changes.unit !== undefined;
  const whole = amountGiven
    ? {
        quantity: changes.quantity === undefined ? amount.quantity : changes.quantity,
        unit: changes.unit === undefined ? amount.unit : changes.unit,
      }
    : {};
  const registers = editRegisters({ ...changes, ...whole }, momentFor(item, now));
  return joined(item, { id: item.id, ...registers });
}

export function removed({ id }: ItemState, now: number): ItemState {
  return { id, removedAt: now };
}

/** Items replaced as a whole: those that are not among the new ones are removed. */
export function replacedItems(
  items: readonly ItemState[],
  input: readonly ReplacedItem[],
  now: number,
): ItemState[] {
  const known = new Map(items.map((item) => [item.id, item]));
  const next = input.map(({ id, ...item }) => {
    const current = id === undefined ? undefined : known.get(id);
    if (current && isShown(current)) return rewritten(current, item, now);
    return addedState(id === undefined || current ? randomUUID() : id, item, now);
  });
  const kept = new Set(next.map(({ id }) => id));
  const gone = items.filter((item) => isShown(item) && !kept.has(item.id));
  return joinedAll([...items, ...next, ...gone.map((item) => removed(item, now))]);
}

/** Sets only what differs, so that what another device changes elsewhere in the item stands. */
function rewritten(current: ItemState, item: ItemInput, now: number): ItemState {
  const shown = shownItem(current);
  const amountDiffers = item.quantity !== shown.quantity || item.unit !== shown.unit;
  return edited(
    current,
    {
      ...(item.name !== shown.name && { name: item.name }),
      ...(item.note !== shown.note && { note: item.note ?? null }),
      ...(item.aisle !== undefined && item.aisle !== shown.aisle && { aisle: item.aisle }),
      ...(item.checked !== shown.checked && { checked: item.checked }),
      ...(amountDiffers && { quantity: item.quantity ?? null, unit: item.unit ?? null }),
    },
    now,
  );
}
