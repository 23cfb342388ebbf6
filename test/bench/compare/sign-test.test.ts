import { signTest } from './sign-test.ts';

test('eight rounds that all went up are hardly chance, six of eight may well be', () => {
  expect(signTest(Array(8).fill(1.1))).toBeCloseTo(2 / 256);
  expect(signTest([1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 0.9, 0.9])).toBeCloseTo((2 * (1 + 8 + 28)) / 256);
});

test('as many up as down is chance, and rounds without a difference do not count', () => {
  expect(signTest([1.2, 0.8])).toBe(1);
  expect(signTest([1, 1, 1])).toBe(1);
  expect(signTest([1.1, 1.1, 1.1, 1, 1])).toBeCloseTo(2 / 8);
});
