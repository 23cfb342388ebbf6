import { aisles } from '../aisles/aisles.ts';
import type { ShoppingItem } from '../item-schemas.ts';
import { isShown } from './forget.ts';
import type { ItemState } from './state.ts';

const byName = new Intl.Collator('en');

/** The items of a list as they are shown: by aisle, then by name. */
export function shownItems(states: readonly ItemState[]): ShoppingItem[] {
  return states.filter(isShown).map(shownItem).sort(inOrderOfShop);
}

export function shownItem(state: ItemState): ShoppingItem {
  const { quantity, unit } = state.amount?.value ?? {};
  const note = state.note?.value;
  return {
    id: state.id,
    name: state.name?.value ?? '',
    ...(quantity !== undefined && { quantity }),
    ...(unit !== undefined && { unit }),
    ...(typeof note === 'string' && { note }),
    aisle: state.aisle?.value ?? 'other',
    checked: state.checked?.value ?? false,
    recipeIds: [...(state.recipeIds ?? [])],
  };
}

function inOrderOfShop(a: ShoppingItem, b: ShoppingItem): number {
  return (
    aisles.indexOf(a.aisle) - aisles.indexOf(b.aisle) ||
    byName.compare(a.name, b.name) ||
    (a.id < b.id ? -1 : 1)
  );
}
