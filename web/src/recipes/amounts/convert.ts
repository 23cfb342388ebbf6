import { findUnit } from '@recipe-book/app/ingredients/units';
import type { Ingredient } from '../recipe.ts';

/** How amounts are measured. */
export type System = 'metric' | 'us';

/** A unit's size in the smallest metric one: millilitres, grams or millimetres. */
interface Size {
  readonly kind: 'volume' | 'mass' | 'length';
  readonly system: System;
  readonly size: number;
}

/** By the units' names of the API. Spoons are left as they are: both systems fill them alike. */
const sizes: Readonly<Record<string, Size>> = {
  ml: { kind: 'volume', system: 'metric', size: 1 },
  cl: { kind: 'volume', system: 'metric', size: 10 },
  dl: { kind: 'volume', system: 'metric', size: 100 },
  l: { kind: 'volume', system: 'metric', size: 1000 },
  'fl oz': { kind: 'volume', system: 'us', size: 29.574 },
  cup: { kind: 'volume', system: 'us', size: 236.588 },
  pint: { kind: 'volume', system: 'us', size: 473.176 },
  quart: { kind: 'volume', system: 'us', size: 946.353 },
  gallon: { kind: 'volume', system: 'us', size: 3785.41 },
  g: { kind: 'mass', system: 'metric', size: 1 },
  kg: { kind: 'mass', system: 'metric', size: 1000 },
  oz: { kind: 'mass', system: 'us', size: 28.35 },
  lb: { kind: 'mass', system: 'us', size: 453.592 },
  mm: { kind: 'length', system: 'metric', size: 1 },
  cm: { kind: 'length', system: 'metric', size: 10 },
  inch: { kind: 'length', system: 'us', size: 25.4 },
};

/** A unit to convert into, up to an amount in the smallest metric unit, and the steps it is measured in. */
interface Target {
  readonly below: number;
  readonly unit: string;
  readonly size: number;
  readonly steps: readonly number[];
}

const tsp = 4.929;
const tbsp = 14.787;
const halves = [1 / 2];
const eighths = [1 / 8];
const cups = [1 / 4, 1 / 3];

const targets: Readonly<Record<System, Readonly<Record<Size['kind'], readonly Target[]>>>> = {
  metric: {
    volume: [
      { below: 50, unit: 'ml', size: 1, steps: [1] },
      { below: 150, unit: 'ml', size: 1, steps: [5] },
      { below: 1000, unit: 'ml', size: 1, steps: [10] },
      { below: Infinity, unit: 'l', size: 1000, steps: [0.05] },
    ],
    mass: [
      { below: 50, unit: 'g', size: 1, steps: [1] },
      { below: 150, unit: 'g', size: 1, steps: [5] },
      { below: 1000, unit: 'g', size: 1, steps: [10] },
      { below: Infinity, unit: 'kg', size: 1000, steps: [0.05] },
    ],
    length: [
      { below: 10, unit: 'mm', size: 1, steps: [1] },
      { below: Infinity, unit: 'cm', size: 10, steps: halves },
    ],
  },
  us: {
    volume: [
      { below: tbsp, unit: 'tsp', size: tsp, steps: [1 / 4] },
      { below: 55, unit: 'tbsp', size: tbsp, steps: halves },
      { below: 946, unit: 'cup', size: 236.588, steps: cups },
      { below: Infinity, unit: 'quart', size: 946.353, steps: [1 / 4] },
    ],
    mass: [
      { below: 120, unit: 'oz', size: 28.35, steps: [1 / 4] },
      { below: 450, unit: 'oz', size: 28.35, steps: halves },
      { below: Infinity, unit: 'lb', size: 453.592, steps: eighths },
    ],
    length: [{ below: Infinity, unit: 'inch', size: 25.4, steps: eighths }],
  },
};

/** An ingredient in the units of a system, rounded to what kitchens measure; others stay as they are. */
export function convertIngredient(ingredient: Ingredient, system: System): Ingredient {
  const { quantity, quantityMax, unit } = ingredient;
  const from = unit === undefined ? undefined : sizes[findUnit(unit)?.one ?? ''];
  if (quantity === undefined || !from || from.system === system) return ingredient;
  const most = (quantityMax ?? quantity) * from.size;
  const target = targets[system][from.kind].find(({ below }) => most < below);
  if (!target) return ingredient;
  const inTarget = (amount: number) => nearest((amount * from.size) / target.size, target.steps);
  const { quantityMax: _, original: __, ...rest } = ingredient;
  const least = inTarget(quantity);
  const greatest = quantityMax === undefined ? undefined : inTarget(quantityMax);
  const isRange = greatest !== undefined && greatest > least;
  const known = findUnit(target.unit);
  return {
    ...rest,
    quantity: least,
    ...(isRange && { quantityMax: greatest }),
    unit: ((greatest ?? least) > 1 ? known?.many : known?.one) ?? target.unit,
  };
}

/** The nearest multiple of any of the steps, and never nothing. */
function nearest(value: number, steps: readonly number[]): number {
  const candidates = steps.map((step) => Math.max(1, Math.round(value / step)) * step);
  const [best = value] = candidates.sort((a, b) => Math.abs(a - value) - Math.abs(b - value));
  return Math.round(best * 10_000) / 10_000;
}
