import type { Change } from './changes.ts';
import { stateOf } from './changes.ts';
import { joinedAll } from './joined.ts';
import type { ItemState } from './state.ts';

/**
 * Items with changes brought in. The order of the changes makes no difference, nor does one that
 * comes twice.
 * @param horizon things that were done until then, milliseconds since 1970, may have been forgotten:
 *   an item that is not known any more may have been removed, and must not come back.
 */
export function applied(
  items: readonly ItemState[],
  changes: readonly Change[],
  now: number,
  horizon: number,
): ItemState[] {
  const known = new Set(items.map(({ id }) => id));
  const states = changes
    .filter(({ itemId, at }) => known.has(itemId) || at > horizon)
    .map((made) => stateOf(made, now));
  return joinedAll([...items, ...states]);
}
