import { isFine, type Row, rowOf } from './row.ts';
import type { Sent } from './traffic.ts';

const good = (began: number, ended: number): Sent => ({
  began,
  ended,
  status: 200,
  refused: 0,
  failure: undefined,
});
const lost = (began: number, ended: number): Sent => ({
  ...good(began, ended),
  status: 0,
  failure: 'ECONNRESET',
});

function row(sent: readonly Sent[], killedAt: readonly number[] = []): Row {
  return { ...rowOf('event', 0, sent, killedAt, undefined), cooks: 2, lost: 0 };
}

test('an event that costs nothing is fine', () => {
  expect(isFine(row([good(0, 10), good(10, 20)]))).toBe(true);
});

test.each([
  ['a request fails', row([good(0, 10), lost(10, 20)])],
  ['a connection cannot be opened at once', row([{ ...good(0, 10), refused: 1 }])],
  ['a stored recipe is gone', { ...row([good(0, 10)]), lost: 1 }],
  ['nobody asked for anything', row([])],
  ['the event did not come about', { ...row([good(0, 10)]), problem: 'no such pod' }],
])('it is not fine when %s', (_, seen) => {
  expect(isFine(seen)).toBe(false);
});

test('a kill excuses what its pod was answering, and no more than that', () => {
  expect(isFine(row([good(0, 10), lost(95, 105)], [100]))).toBe(true);
  expect(isFine(row([good(0, 10), lost(20, 30)], [100]))).toBe(false);
  expect(isFine(row([good(0, 10), ...[95, 96, 97].map((at) => lost(at, 105))], [100]))).toBe(false);
});

test('the longest gap is the longest time without a good answer', () => {
  const { longestGap } = row([good(0, 10), lost(10, 400), good(20, 30), good(700, 730)]);
  expect(longestGap).toBe(700);
});
