import { holm } from './holm.ts';

it('asks more of each, the more there are', () => {
  expect(holm([0.01], 0.05)).toEqual([true]);
  expect(holm([0.05], 0.05)).toEqual([true]);
  expect(holm(Array(10).fill(0.01), 0.05)).toEqual(Array(10).fill(false));
});

it('asks less of the next after one that is no chance, and stops at the first that may be', () => {
  expect(holm([0.02, 0.01], 0.03)).toEqual([true, true]);
  expect(holm([0.02, 0.016], 0.03)).toEqual([false, false]);
  expect(holm([0.04, 0.001, 0.03], 0.05)).toEqual([false, true, false]);
  expect(holm([], 0.05)).toEqual([]);
});
