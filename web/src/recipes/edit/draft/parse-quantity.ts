const signs: Record<string, string> = {
  '½': '1/2',
  '⅓': '1/3',
  '⅔': '2/3',
  '¼': '1/4',
  '¾': '3/4',
  '⅛': '1/8',
  '⅙': '1/6',
  '⅜': '3/8',
  '⅝': '5/8',
  '⅚': '5/6',
  '⅞': '7/8',
};

/**
 * Reads a quantity as cooks write it: `2`, `1.5`, `1,5`, `1/2`, `1 1/2`, `1½`. Gives undefined for
 * anything else, for zero and below, and for what is too large to be meant.
 */
export function parseQuantity(text: string): number | undefined {
  const plain = text.replace(/[½⅓⅔¼¾⅛⅙⅜⅝⅚⅞]/g, (sign) => ` ${signs[sign]}`).trim();
  const match = /^(?:(\d+(?:[.,]\d+)?)|(?:(\d+)\s+)?(\d+)\s*\/\s*(\d+))$/.exec(plain);
  if (!match) return undefined;
  const [, decimal, whole = '0', top = '', bottom = ''] = match;
  const value = decimal
    ? Number(decimal.replace(',', '.'))
    : Number(whole) + Number(top) / Number(bottom);
  return value > 0 && value <= 1_000_000 ? Math.round(value * 10_000) / 10_000 : undefined;
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
