import { PerMinute } from './per-minute.ts';

test('so many pass in a minute, and as many in the next', () => {
  const bound = new PerMinute(2);
  expect([0, 1, 2, 59_999].map((now) => bound.take(now))).toEqual([true, true, false, false]);
  expect([60_000, 60_001, 60_002].map((now) => bound.take(now))).toEqual([true, true, false]);
});
