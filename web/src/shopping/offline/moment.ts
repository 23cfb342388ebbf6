import type { List } from '../types.ts';
import type { Unsent } from './database.ts';

/** More than the clocks of the server's instances differ by, and than a list takes to be stored, ms. */
const margin = 1000;

/**
 * When something is done, for the server, where the later of two changes counts. A device whose clock is slow
 * would otherwise tick an item before it was put on the list, and the tick would be lost: what somebody does
 * comes after all that they see. (The server takes what is in its future for now.)
 */
export function momentAfter(list: List, waiting: readonly Unsent[], now: number): string {
  const seen = Date.parse(list.updatedAt) + margin;
  const own = waiting.map(({ change }) => Date.parse(change.at) + 1);
  return new Date(Math.max(now, seen, ...own)).toISOString();
}
