import type { ListStore } from '../offline/list-store.ts';
import type { List, ListSummary } from '../types.ts';

/**
 * Lists as they are shown: with what was done on this device and is not sent yet, and those that the device
 * keeps when the server cannot be asked. Undefined while nothing is known.
 */
export function shownSummaries(
  told: readonly ListSummary[] | undefined,
  kept: readonly List[],
  store: Pick<ListStore, 'list'>,
): ListSummary[] | undefined {
  if (!told && kept.length === 0) return undefined;
  const known = new Map(kept.map((list) => [list.id, list]));
  return (told ?? kept.toSorted(activeThenNewest)).map((summary) => {
    const own = known.get(summary.id);
    if (!own || own.version < summary.version) return summary;
    const { itemCount, checkedCount, name, isActive } = store.list(summary.id) ?? own;
    return { ...summary, itemCount, checkedCount, name, isActive };
  });
}

/** As the API sorts them. */
function activeThenNewest(a: List, b: List): number {
  return Number(b.isActive) - Number(a.isActive) || (a.createdAt < b.createdAt ? 1 : -1);
}
