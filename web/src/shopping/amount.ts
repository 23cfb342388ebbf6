import { formatQuantity } from '../recipes/format.ts';
import type { Item } from './types.ts';

/** How much of something, such as `1½ kg`; empty when that is not said. */
export function formatAmount({ quantity, unit }: Pick<Item, 'quantity' | 'unit'>): string {
  return [quantity === undefined ? '' : formatQuantity(quantity), unit ?? '']
    .filter(Boolean)
    .join(' ');
}
