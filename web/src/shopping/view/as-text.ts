import { formatAmount } from '../amount.ts';
import type { Item, List } from '../types.ts';

/** How much of what, such as `2 l milk`. */
function itemText(item: Item): string {
  return [formatAmount(item), item.name].filter(Boolean).join(' ');
}

/** A list for a message to somebody else: what is still to be bought, a line each, by aisle. */
export function listAsText({ name, items }: List): string {
  const open = items.filter(({ checked }) => !checked);
  const lines = open.map((item) => `- ${itemText(item)}${item.note ? ` (${item.note})` : ''}`);
  return [name, '', ...lines].join('\n');
}
