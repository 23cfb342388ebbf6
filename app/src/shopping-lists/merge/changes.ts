import { z } from 'zod';
import { aisleOf } from '../aisles/aisle-of.ts';
import type { Amount } from '../amounts/amount.ts';
import {
  type ItemChanges,
  type ItemInput,
  itemChanges,
  itemId,
  itemInput,
} from '../item-schemas.ts';
import { keptRecipes } from './joined.ts';
import type { ItemState, Registers } from './state.ts';

const at = z.iso
  .datetime({ offset: true, error: 'must be a moment such as 2026-03-14T15:09:26Z' })
  .transform((text) => Date.parse(text))
  .meta({
    override: { type: 'string', format: 'date-time' },
    description: 'When it was done, by the clock of the device',
  });

/** One thing that was done on a device, perhaps long before it is sent. */
export const change = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('add'), itemId, at, item: itemInput }),
    z.strictObject({
      kind: z.literal('edit'),
      itemId,
      at,
      fields: itemChanges.meta({
        description: 'Quantity and unit go together: give both, or the absent one is taken away',
      }),
    }),
    z.strictObject({ kind: z.literal('remove'), itemId, at }),
  ])
  .meta({ id: 'ShoppingChange' });

export type Change = z.output<typeof change>;

/**
 * When an item that a device adds has got its values: before every edit of it. An addition whose answer was lost comes
 * again, and one of a fast clock would then be dated later than the first time: it would undo what others did between.
 */
const beforeEdits = 0;

/**
 * A change as the state that it makes known.
 * @param now the server's clock: no change counts as later than that, however fast a device's clock is.
 */
export function stateOf(made: Change, now: number): ItemState {
  const time = Math.min(made.at, now);
  switch (made.kind) {
    case 'add':
      return addedState(made.itemId, made.item, time, beforeEdits);
    case 'remove':
      return { id: made.itemId, removedAt: time };
    case 'edit':
      return { id: made.itemId, ...editRegisters(made.fields, time) };
  }
}

/** A new item. @param at when its values were set. */
export function addedState(id: string, item: ItemInput, addedAt: number, at = addedAt): ItemState {
  return {
    id,
    addedAt,
    name: { value: item.name, at },
    amount: { value: amountOf(item), at },
    note: { value: item.note ?? null, at },
    aisle: { value: item.aisle ?? aisleOf(item.name), at },
    checked: { value: item.checked, at },
    ...keptRecipes(item.recipeIds),
  };
}

/** What an edit sets; a given quantity or unit sets both. */
export function editRegisters(fields: ItemChanges, at: number): Registers {
  const { name, note, aisle, checked, quantity, unit } = fields;
  const amountGiven = quantity !== undefined || unit !== undefined;
  return {
    ...(name !== undefined && { name: { value: name, at } }),
    ...(note !== undefined && { note: { value: note, at } }),
    ...(aisle !== undefined && { aisle: { value: aisle, at } }),
    ...(checked !== undefined && { checked: { value: checked, at } }),
    ...(amountGiven && { amount: { value: amountOf({ quantity, unit }), at } }),
  };
}

interface AmountInput {
  readonly quantity?: number | null | undefined;
  readonly unit?: string | null | undefined;
}

/** Without the fields that are absent, so that equal amounts look alike. */
function amountOf({ quantity, unit }: AmountInput): Amount {
  return { ...(quantity != null && { quantity }), ...(unit != null && { unit }) };
}
