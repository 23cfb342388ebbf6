import { formatClock } from './format-clock.ts';

test.each([
  [0, '0:00'],
  [1, '0:01'],
  [9_000, '0:09'],
  [545_000, '9:05'],
  [3_600_000, '1:00:00'],
  [5_425_000, '1:30:25'],
  [-10, '0:00'],
])('%d ms is %s', (ms, expected) => {
  expect(formatClock(ms)).toBe(expected);
});
