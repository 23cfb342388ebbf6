/** Longest value that has a bucket of its own, bytes. */
export const longestValue = 128;

/** Stands for every other value; no tier can have this name. */
export const otherValue = '(other)';

/**
 * What is counted by of a value that a client sends, or that a token carries: the value itself when it is 1 to
 * 128 printable ASCII characters. All others share one bucket: the call to the ratelimit service fails for
 * bytes that are no UTF-8, and each value becomes a key in Redis. Says the same as `counted-values.lua`.
 */
export function countedValue(value: string): string {
  return value.length <= longestValue && /^[ -~]+$/.test(value) ? value : otherValue;
}
