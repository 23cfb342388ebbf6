import { retryAfterMs } from './retry-after.ts';

const now = Date.parse('2030-01-01T12:00:00Z');

test.each([
  ['0', 0],
  ['12', 12_000],
  [' 12 ', 12_000],
  ['Tue, 01 Jan 2030 12:00:30 GMT', 30_000],
  ['Tue, 01 Jan 2030 11:59:00 GMT', 0],
  [null, 5_000],
  ['', 5_000],
  ['soon', 5_000],
])('reads Retry-After %j as %d ms', (header, expected) => {
  expect(retryAfterMs(header, now)).toBe(expected);
});
