import { readNumber } from '@recipe-book/app/ingredients/numbers';

/**
 * Reads a quantity as cooks write it: `2`, `1.5`, `1,5`, `1,000`, `1/2`, `1 1/2`, `1½`, by the API's own code, so that
 * what is typed means what it would mean pasted. Gives undefined for anything else, for zero and below, and for what
 * is too large to be meant.
 */
export function parseQuantity(text: string): number | undefined {
  const plain = text.trim();
  const read = readNumber(plain, 0);
  return read?.end === plain.length ? read.value : undefined;
}

/** Reads a quantity or a range such as `2–3`, `2 to 3` or `2 bis 3`; undefined for anything else. */
export function parseAmount(text: string): { quantity: number; quantityMax?: number } | undefined {
  const [least = '', most, ...more] = text.split(/[-–—]|\bto\b|\bbis\b/);
  const quantity = parseQuantity(least);
  if (quantity === undefined || more.length > 0) return undefined;
  if (most === undefined) return { quantity };
  const quantityMax = parseQuantity(most);
  return quantityMax === undefined || quantityMax <= quantity
    ? undefined
    : { quantity, quantityMax };
}
