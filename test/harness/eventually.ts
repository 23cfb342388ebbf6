import { isDeepStrictEqual } from 'node:util';
import { until } from './until.ts';

/** Expects what is read to become something, within some seconds: what a page does takes a moment to be saved. */
export async function eventually<T>(read: () => Promise<T>, expected: T): Promise<void> {
  await until('', 15, async () => isDeepStrictEqual(await read(), expected)).catch(() => undefined);
  expect(await read()).toEqual(expected);
}
