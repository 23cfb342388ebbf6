import fc from 'fast-check';
import { foodKey } from './food-name.ts';

test.each([
  ['onion', 'Onions'],
  ['cherry tomato', 'Cherry  tomatoes'],
  ['berry', 'berries'],
  ['bay leaf', 'bay leaves'],
  ['radish', 'radishes'],
  ['crème fraîche', 'creme fraiche'],
  ['all-purpose flour', 'All purpose flour'],
])('%s is the same as %s', (one, other) => {
  expect(foodKey(one)).toBe(foodKey(other));
});

test.each([
  ['asparagus', 'asparagu'],
  ['red onion', 'onion'],
  ['milk 1.5%', 'milk 3.5%'],
  ['!', '?'],
  ['小麦粉', '砂糖'],
])('%s is not the same as %s', (one, other) => {
  expect(foodKey(one)).not.toBe(foodKey(other));
});

test('capitals and blanks make no difference', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), (name) => {
      expect(foodKey(`  ${name.toUpperCase()} `)).toBe(foodKey(name));
    }),
  );
});
