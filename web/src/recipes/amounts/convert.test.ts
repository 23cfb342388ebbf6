import fc from 'fast-check';
import { convertIngredient, type System } from './convert.ts';

test.each<[number, string, System, number, string]>([
  [250, 'ml', 'us', 1, 'cup'],
  [600, 'ml', 'us', 2.5, 'cups'],
  [1.5, 'l', 'us', 1.5, 'quarts'],
  [10, 'ml', 'us', 2, 'tsp'],
  [50, 'ml', 'us', 3.5, 'tbsp'],
  [20, 'g', 'us', 0.75, 'oz'],
  [250, 'g', 'us', 9, 'oz'],
  [800, 'g', 'us', 1.75, 'lb'],
  [2, 'cm', 'us', 0.75, 'inch'],
  [1, 'cup', 'metric', 240, 'ml'],
  [2, 'Cups', 'metric', 470, 'ml'],
  [6, 'cups', 'metric', 1.4, 'l'],
  [8, 'ounces', 'metric', 230, 'g'],
  [1, 'lb', 'metric', 450, 'g'],
  [3, 'lbs', 'metric', 1.35, 'kg'],
  [1, 'inch', 'metric', 2.5, 'cm'],
])('%d %s in %s units is %d %s', (quantity, unit, system, expected, expectedUnit) => {
  expect(convertIngredient({ name: 'it', quantity, unit }, system)).toEqual({
    name: 'it',
    quantity: expected,
    unit: expectedUnit,
  });
});

test.each([
  { name: 'onion', quantity: 2 },
  { name: 'garlic', quantity: 2, unit: 'cloves' },
  { name: 'oil', quantity: 2, unit: 'tbsp' },
  { name: 'salt', unit: 'pinch' },
  { name: 'flour', quantity: 200, unit: 'g' },
])('%j needs no converting into metric units', (ingredient) => {
  expect(convertIngredient(ingredient, 'metric')).toBe(ingredient);
});

test('both ends of a range are converted, and the line of the old amount goes', () => {
  const range = {
    name: 'milk',
    quantity: 1,
    quantityMax: 2,
    unit: 'cups',
    original: '1-2 cups milk',
  };
  expect(convertIngredient(range, 'metric')).toEqual({
    name: 'milk',
    quantity: 240,
    quantityMax: 470,
    unit: 'ml',
  });
});

test('there and back again is much the same amount', () => {
  const amount = fc.record({
    name: fc.constant('it'),
    quantity: fc.integer({ min: 15, max: 5000 }),
    unit: fc.constantFrom('g', 'ml'),
  });
  fc.assert(
    fc.property(amount, (ingredient) => {
      const back = convertIngredient(convertIngredient(ingredient, 'us'), 'metric');
      const large = back.unit === 'kg' || back.unit === 'l' ? 1000 : 1;
      // Spoons stay, so small volumes do not come back.
      if (back.unit === 'tbsp') return;
      const ratio = ((back.quantity ?? 0) * large) / ingredient.quantity;
      expect(Math.abs(ratio - 1)).toBeLessThan(0.2);
    }),
  );
});
