import { aisleOf } from '@recipe-book/app/aisles/aisle-of';
import { parseLine } from '@recipe-book/app/ingredients/parse';
import type { NewItem } from '../types.ts';

/** Longest name and note that an item can have, characters. */
export const longest = { name: 200, unit: 40, note: 500 };

/** Reads what somebody typed, such as `2 l milk`: how much of what, and where in the shop it is. Works offline. */
export function readItem(line: string): NewItem {
  const { name, quantity, quantityMax, unit, note } = parseLine(line);
  // Of `2-3 apples` it is better to have enough.
  const most = quantityMax ?? quantity;
  return {
    name: name.slice(0, longest.name),
    aisle: aisleOf(name),
    ...(most !== undefined && { quantity: most }),
    ...(unit !== undefined && { unit }),
    ...(note !== undefined && { note: note.slice(0, longest.note) }),
  };
}
