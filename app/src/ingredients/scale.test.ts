import fc from 'fast-check';
import { maxAmount } from './limits.ts';
import { scaleIngredient } from './scale.ts';
import { ingredient } from './schemas.ts';

test.each([
  [{ quantity: 1.5, unit: 'cups' }, 2, { quantity: 3, unit: 'cups' }],
  [{ quantity: 1, unit: 'cup' }, 2, { quantity: 2, unit: 'cups' }],
  [{ quantity: 2, unit: 'cloves' }, 1 / 2, { quantity: 1, unit: 'clove' }],
  [{ quantity: 1, unit: 'cup' }, 1 / 3, { quantity: 0.3333, unit: 'cup' }],
  [{ quantity: 0.3333, unit: 'cup' }, 3, { quantity: 1, unit: 'cup' }],
  [{ quantity: 500, unit: 'g' }, 1 / 3, { quantity: 167, unit: 'g' }],
  [{ quantity: 1, unit: 'kg' }, 4 / 3, { quantity: 1.33, unit: 'kg' }],
  [{ quantity: 800, unit: 'g' }, 5 / 3, { quantity: 1335, unit: 'g' }],
  [{ quantity: 1 }, 1 / 8, { quantity: 0.125 }],
  [{ quantity: 2, quantityMax: 3 }, 2, { quantity: 4, quantityMax: 6 }],
  [{ quantity: 1, quantityMax: 1.1 }, 0.5, { quantity: 0.5 }],
  [{ quantity: 25 }, 0.9, { quantity: 22.5 }],
  [{ unit: 'pinch' }, 2, { unit: 'pinch' }],
  [{ quantity: 2, unit: 'fistfuls' }, 0.5, { quantity: 1, unit: 'fistfuls' }],
])('%j times %d', (amount, factor, expected) => {
  const scaled = scaleIngredient({ ...amount, name: 'x', original: 'a line' }, factor);
  expect(scaled).toEqual({ ...expected, name: 'x' });
});

test('no amount becomes nothing, and none is far off', () => {
  const quantity = fc.double({ min: 0.01, max: 10_000, noNaN: true });
  const factor = fc.double({ min: 0.01, max: 50, noNaN: true });
  fc.assert(
    fc.property(quantity, factor, fc.constantFrom('g', 'cup', 'can'), (value, times, unit) => {
      const scaled = scaleIngredient({ quantity: value, unit, name: 'x' }, times).quantity ?? 0;
      expect(scaled).toBeGreaterThan(0);
      const wanted = value * times;
      expect(Math.abs(scaled - wanted)).toBeLessThanOrEqual(Math.max(wanted * 0.06, 0.07));
    }),
  );
});

test('what was scaled is still an ingredient', () => {
  const amount = fc.double({ min: 1e-4, max: maxAmount, noNaN: true });
  const factor = fc.double({ min: 1e-3, max: 1000, noNaN: true });
  const unit = fc.constantFrom('g', 'cup', 'can');
  fc.assert(
    fc.property(amount, amount, factor, unit, (one, other, times, measure) => {
      const [quantity, quantityMax] = [Math.min(one, other), Math.max(one, other)];
      fc.pre(quantity < quantityMax);
      const line = { quantity, quantityMax, unit: measure, name: 'x' };
      expect(ingredient.safeParse(scaleIngredient(line, times)).error).toBeUndefined();
    }),
  );
});
