import { median } from './median.ts';
import { spread } from './spread.ts';

test('of an odd number of values it is the one in the middle', () => {
  expect(median([9, 1, 3])).toBe(3);
  expect(median([7])).toBe(7);
});

test('of an even number it is the mean of the two in the middle', () => {
  expect(median([4, 1, 100, 2])).toBe(3);
  expect(median([10, 20])).toBe(15);
});

test('there is none of nothing', () => {
  expect(median([])).toBeNaN();
});

test('tables show it', () => {
  expect(spread([40, 80])).toBe('60 (40 to 80)');
});
