import { formatQuantity } from '../recipes/format.ts';
import type { Item } from './types.ts';

/** From here on a quantity of anything is told in whole numbers: sums of recipes are not that exact. */
const largeQuantity = 20;

/** How much of something, such as `1½ kg`; empty when that is not said. */
export function formatAmount({ quantity, unit }: Pick<Item, 'quantity' | 'unit'>): string {
  if (quantity === undefined) return unit ?? '';
  const told = quantity < largeQuantity ? quantity : Math.round(quantity);
  return [formatQuantity(told), unit].filter(Boolean).join(' ');
}
