import { foodKey } from '../amounts/food-name.ts';
import { aisleOf } from './aisle-of.ts';
import { type Aisle, aisles } from './aisles.ts';
import { foods } from './foods.ts';

test.each<[string, Aisle]>([
  ['Tomatoes', 'produce'],
  ['tomatoes on the vine', 'produce'],
  ['unsalted butter', 'dairy'],
  ['milk', 'dairy'],
  ['coconut milk', 'canned'],
  ['peanut butter', 'condiments'],
  ['freshly ground black pepper', 'spices'],
  ['red bell peppers', 'produce'],
  ['boneless chicken thighs', 'meat'],
  ['chicken stock', 'canned'],
  ['all-purpose flour', 'baking'],
  ['large eggs', 'dairy'],
  ['frozen peas', 'frozen'],
  ['toilet paper', 'household'],
  ['unobtainium', 'other'],
  ['', 'other'],
])('%s is in %s', (name, aisle) => {
  expect(aisleOf(name)).toBe(aisle);
});

test('no food of the table stands in two aisles', () => {
  const keys = aisles.flatMap((aisle) =>
    aisle === 'other' ? [] : foods[aisle].split(',').map(foodKey),
  );
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
