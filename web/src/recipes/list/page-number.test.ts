import { pageNumber } from './page-number.ts';

test.each([
  ['', 1],
  ['page=3', 3],
  ['page=0', 1],
  ['page=-2', 1],
  ['page=2.5', 1],
  ['page=two', 1],
  ['page=99999999', 1],
])('reads "%s" as page %d', (query, expected) => {
  expect(pageNumber(new URLSearchParams(query))).toBe(expected);
});
