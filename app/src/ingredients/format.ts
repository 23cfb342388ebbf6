import { rounded } from './numbers.ts';
import type { Ingredient } from './schemas.ts';
import { unitFor } from './units.ts';

/** The fractions that cooks use. */
const fractions: readonly (readonly [number, string])[] = [
  [1 / 8, '1/8'],
  [1 / 6, '1/6'],
  [1 / 4, '1/4'],
  [1 / 3, '1/3'],
  [3 / 8, '3/8'],
  [1 / 2, '1/2'],
  [5 / 8, '5/8'],
  [2 / 3, '2/3'],
  [3 / 4, '3/4'],
  [5 / 6, '5/6'],
  [7 / 8, '7/8'],
];

/** A quantity as cooks write it: `1 1/2` for 1.5; as decimals where no fraction fits. */
function formatNumber(value: number): string {
  const whole = Math.floor(value);
  const rest = value - whole;
  const fraction = fractions.find(([part]) => rounded(part) === rounded(rest));
  if (fraction) return whole === 0 ? fraction[1] : `${whole} ${fraction[1]}`;
  return String(Number(value.toFixed(4)));
}

/** The line that says what an ingredient says; reading it gives the ingredient again. */
export function formatLine({ quantity, quantityMax, unit, name, note }: Ingredient): string {
  const least = quantity === undefined ? '' : formatNumber(quantity);
  const amount = quantityMax === undefined ? least : `${least} to ${formatNumber(quantityMax)}`;
  const named = [amount, unit && unitFor(unit, quantityMax ?? quantity), name];
  const line = named.filter(Boolean).join(' ');
  return note === undefined ? line : `${line}, ${note}`;
}
