import { type Measure, measureNamed, measureOf } from './units.ts';

/** How much of something: `1.5 kg`, `3` (pieces), `2 cans`, or nothing said. */
export interface Amount {
  readonly quantity?: number | undefined;
  readonly unit?: string | undefined;
}

/** Largest quantity that a list can hold. */
export const maxQuantity = 1_000_000;
const smallestQuantity = 0.0001;

/**
 * What amounts must have in common to be added up: the dimension, or the same unit when it has none.
 * Amounts without a quantity only go with each other.
 */
export function kindOf({ quantity, unit }: Amount): string {
  if (quantity === undefined) return 'some';
  if (unit === undefined) return 'count';
  const measure = measureOf(unit);
  return measure ? measure.dimension : `unit ${singular(unit)}`;
}

/**
 * Two amounts of the same kind as one. US units stay the larger of the two; as soon as one is
 * metric the sum is: in mg, g or kg, ml or l.
 */
export function sumOf(a: Amount, b: Amount): Amount {
  if (a.quantity === undefined || b.quantity === undefined) return a;
  const [first, second] = [a.unit && measureOf(a.unit), b.unit && measureOf(b.unit)];
  if (!first || !second) return { ...a, quantity: rounded(a.quantity + b.quantity) };
  const size = a.quantity * first.size + b.quantity * second.size;
  const unit = unitFor(first, second, size);
  return { quantity: rounded(size / unit.size), unit: unit.name };
}

/** An amount for more or fewer people. */
export function scaled({ quantity, unit }: Amount, factor: number): Amount {
  return {
    ...(quantity !== undefined && { quantity: rounded(quantity * factor) }),
    ...(unit !== undefined && { unit }),
  };
}

function unitFor(first: Measure, second: Measure, size: number): Measure {
  if (first.system === 'us' && second.system === 'us') {
    return first.size >= second.size ? first : second;
  }
  if (first.dimension === 'volume') return measureNamed(size >= 1000 ? 'l' : 'ml');
  if (size < 1) return measureNamed('mg');
  return measureNamed(size >= 1000 ? 'kg' : 'g');
}

/** Four decimals are enough for every fraction that cooks use. */
function rounded(quantity: number): number {
  const short = Math.round(quantity * 10_000) / 10_000;
  return Math.min(Math.max(short, smallestQuantity), maxQuantity);
}

function singular(unit: string): string {
  return unit
    .trim()
    .replaceAll('.', '')
    .toLowerCase()
    .replace(/(?<=[a-z]{2})e?s$/, '');
}
