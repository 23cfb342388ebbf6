import { maxAmount } from './limits.ts';
import { rounded } from './numbers.ts';
import type { Ingredient } from './schemas.ts';
import { findUnit, unitFor } from './units.ts';

/** Steps that spoons, cups and things are filled or cut in, below ten of them. */
const kitchenSteps = [8, 3];

/**
 * An ingredient for more or fewer servings. Without `original`, which tells of the old amount.
 * @param factor above 0.
 */
export function scaleIngredient(ingredient: Ingredient, factor: number): Ingredient {
  const { original: _, quantity, quantityMax, unit, ...rest } = ingredient;
  if (quantity === undefined) return { ...(unit !== undefined && { unit }), ...rest };
  const metric = unit !== undefined && findUnit(unit)?.metric === true;
  const round = metric ? roundMetric : roundKitchen;
  const least = bounded(round(quantity * factor));
  const most = quantityMax === undefined ? undefined : bounded(round(quantityMax * factor));
  return {
    quantity: least,
    // A narrow range can become one amount.
    ...(most !== undefined && most > least && { quantityMax: most }),
    ...(unit !== undefined && { unit: unitFor(unit, most ?? least) }),
    ...rest,
  };
}

/** To what scales and jugs show: three digits that count, whole numbers from ten on. */
function roundMetric(value: number): number {
  if (value >= 1000) return Math.round(value / 5) * 5;
  if (value >= 10) return Math.round(value);
  return Number(value.toPrecision(3));
}

/** To the nearest eighth or third below ten, then to halves, then to whole ones. Never to nothing. */
function roundKitchen(value: number): number {
  if (value >= 100) return Math.round(value);
  if (value >= 10) return Math.round(value * 2) / 2;
  if (value < 1 / 16) return Number(value.toPrecision(2));
  const candidates = kitchenSteps.map((step) => Math.max(1, Math.round(value * step)) / step);
  const [nearest = value] = candidates.sort((a, b) => Math.abs(a - value) - Math.abs(b - value));
  return rounded(nearest);
}

/** Within what an ingredient can have, and never nothing. */
function bounded(value: number): number {
  return Math.min(maxAmount, Math.max(value, 0.0001));
}
