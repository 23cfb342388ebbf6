import fc from 'fast-check';
import { type Amount, kindOf, scaled, sumOf } from './amount.ts';
import { measureOf } from './units.ts';

function sum(...amounts: [number | undefined, string?][]): Amount {
  return amounts.map(([quantity, unit]): Amount => ({ quantity, unit })).reduce(sumOf);
}

test.each([
  ['the same unit', sum([2, 'cups'], [1, 'cup']), { quantity: 3, unit: 'cup' }],
  ['no unit', sum([2], [3]), { quantity: 5 }],
  ['a unit that is counted', sum([1, 'can'], [2, 'cans']), { quantity: 3, unit: 'can' }],
  ['grams and kilograms', sum([200, 'g'], [1, 'kg']), { quantity: 1.2, unit: 'kg' }],
  ['little of what is large', sum([0.1, 'kg'], [0.2, 'kg']), { quantity: 300, unit: 'g' }],
  ['spoons and cups', sum([2, 'tbsp'], [1, 'cup']), { quantity: 1.125, unit: 'cup' }],
  ['ounces and pounds', sum([8, 'oz'], [1, 'lb']), { quantity: 1.5, unit: 'lb' }],
  ['metric and US volumes', sum([1, 'cup'], [100, 'ml']), { quantity: 336.5882, unit: 'ml' }],
  ['US and metric weights', sum([1, 'lb'], [1, 'kg']), { quantity: 1.4536, unit: 'kg' }],
  ['decilitres', sum([5, 'dl'], [5, 'dl']), { quantity: 1, unit: 'l' }],
])('adds up %s', (_what, found, expected) => {
  expect(found).toEqual(expected);
});

test.each([
  ['volume', { quantity: 1, unit: 'Tbsp.' }, { quantity: 1, unit: 'litres' }],
  ['mass', { quantity: 1, unit: 'Pounds' }, { quantity: 1, unit: 'G' }],
  ['number', { quantity: 1 }, { quantity: 3 }],
  ['container', { quantity: 1, unit: 'can' }, { quantity: 3, unit: 'Cans' }],
  ['nothing said', {}, { unit: 'pinch' }],
])('amounts by %s go together', (_what, a, b) => {
  expect(kindOf(a)).toBe(kindOf(b));
});

test('amounts of other dimensions do not', () => {
  const amounts = [
    { quantity: 1, unit: 'l' },
    { quantity: 1, unit: 'kg' },
    { quantity: 1, unit: 'can' },
    { quantity: 1, unit: 'bunch' },
    { quantity: 1 },
    {},
  ];
  expect(new Set(amounts.map(kindOf)).size).toBe(amounts.length);
});

test('a lone T is a tablespoon, t a teaspoon', () => {
  expect([measureOf('T')?.name, measureOf('t')?.name]).toEqual(['tbsp', 'tsp']);
});

test('scaling keeps the unit, and what has no quantity', () => {
  expect(scaled({ quantity: 100, unit: 'g' }, 1.5)).toEqual({ quantity: 150, unit: 'g' });
  expect(scaled({ unit: 'pinch' }, 3)).toEqual({ unit: 'pinch' });
});

describe.each([
  ['volume', ['ml', 'cl', 'dl', 'l', 'tsp', 'tbsp', 'fl oz', 'cup', 'pint', 'quart', 'gallon']],
  ['mass', ['mg', 'g', 'kg', 'oz', 'lb']],
])('%s', (_dimension, units) => {
  // Each sum is rounded to four decimals of its unit.
  const mostRounded =
    0.00006 * Math.max(1000, ...units.map((unit) => sizeOf({ quantity: 1, unit })));

  const amount: fc.Arbitrary<Amount> = fc.record({
    quantity: fc.double({ min: 0.1, max: 1000, noNaN: true }),
    unit: fc.constantFrom(...units),
  });

  test('adds up to the same in any order, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2, maxLength: 8 }), (amounts) => {
        const expected = amounts.reduce((total, one) => total + sizeOf(one), 0);
        for (const order of [amounts, amounts.toReversed()]) {
          const lost = Math.abs(sizeOf(order.reduce(sumOf)) - expected);
          expect(lost).toBeLessThanOrEqual(mostRounded * amounts.length);
        }
      }),
    );
  });
});

function sizeOf({ quantity = 0, unit = '' }: Amount): number {
  return quantity * (measureOf(unit)?.size ?? 0);
}
