import fc from 'fast-check';
import { formatQuantity } from '../../format.ts';
import { parseQuantity } from './parse-quantity.ts';

test.each([
  ['2', 2],
  ['1.5', 1.5],
  ['1,5', 1.5],
  ['1/2', 0.5],
  ['1 1/2', 1.5],
  ['½', 0.5],
  ['1½', 1.5],
  ['1 ½', 1.5],
  [' 3 ', 3],
])('reads "%s" as %d', (text, expected) => {
  expect(parseQuantity(text)).toBe(expected);
});

test.each(['', '0', '-1', '1/0', 'two', '1 2', '1//2', '1e9', '½½', '2000000'])(
  'refuses "%s"',
  (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  },
);

test('reads back, to a hundredth, every quantity that the app writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), (hundredths) => {
      const quantity = hundredths / 100;
      const read = parseQuantity(formatQuantity(quantity)) ?? Number.NaN;
      expect(Math.abs(read - quantity)).toBeLessThan(0.01);
    }),
  );
});
