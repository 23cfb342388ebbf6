import fc from 'fast-check';
import { formatQuantity } from '../../format.ts';
import { parseAmount, parseQuantity } from './parse-quantity.ts';

test.each([
  ['2', 2],
  ['1.5', 1.5],
  ['1,5', 1.5],
  ['1,000', 1000],
  ['1,25', 1.25],
  ['two', 2],
  ['1/2', 0.5],
  ['1 1/2', 1.5],
  ['½', 0.5],
  ['1½', 1.5],
  ['1 ½', 1.5],
  [' 3 ', 3],
])('reads "%s" as %d', (text, expected) => {
  expect(parseQuantity(text)).toBe(expected);
});

test.each(['', '0', '-1', '1/0', 'many', '1 2', '1//2', '1e9', '½½', '2000000'])(
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

test.each([
  ['1,000', { quantity: 1000 }],
  ['2–3', { quantity: 2, quantityMax: 3 }],
  ['1,000 bis 1,200', { quantity: 1000, quantityMax: 1200 }],
  ['3-2', undefined],
])('reads the amount "%s"', (text, expected) => {
  expect(parseAmount(text)).toEqual(expected);
});
