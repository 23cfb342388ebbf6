import { ApiError } from './api-error.ts';
import { retryDelay, shouldRetryRead, shouldRetryWrite } from './retry-policy.ts';

const failed = (status: number, retryAt?: number) =>
  new ApiError({ kind: 'server', status, retryAt });

test.each([
  ['a 429', failed(429, 0), true, true],
  ['no answer', failed(0), true, false],
  ['a server error', failed(503), true, false],
  ['a refusal', failed(404), false, false],
  ['a programming error', new TypeError('no'), false, false],
])('after %s, the first try is repeated: read and write', (_, error, read, write) => {
  expect(shouldRetryRead(0, error)).toBe(read);
  expect(shouldRetryWrite(0, error)).toBe(write);
});

test('gives up in the end', () => {
  expect(shouldRetryRead(3, failed(429))).toBe(false);
  expect(shouldRetryWrite(3, failed(429))).toBe(false);
  expect(shouldRetryRead(2, failed(503))).toBe(false);
});

test('a write waits for a minute at most, a read for as long as it takes', () => {
  for (const [wait, isSoon] of [
    [60_000, true],
    [60_001, false],
  ] as const) {
    const error = failed(429, 1_000 + wait);
    expect(shouldRetryWrite(0, error, 1_000)).toBe(isSoon);
    expect(shouldRetryRead(0, error)).toBe(true);
  }
});

test('waits as long as a 429 asks, and up to half a second more', () => {
  const error = failed(429, 20_000);
  expect(retryDelay(0, error, 8_000, () => 0)).toBe(12_000);
  expect(retryDelay(0, error, 8_000, () => 1)).toBe(12_500);
  expect(retryDelay(0, error, 30_000, () => 0)).toBe(0);
});

test('waits longer after each other failure, up to eight seconds', () => {
  const waits = [0, 1, 2, 3, 4, 5].map((failures) => retryDelay(failures, failed(503)));
  expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000]);
});
