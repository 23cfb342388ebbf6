import type { ItemState } from './state.ts';

/** How long a device may be offline and still not bring back what was removed meanwhile. */
const memory = 90 * 86_400_000;
/** Most removed items that a list remembers. */
const maxRemembered = 2000;

/** What stays of the items, and until when things may have been forgotten. */
interface Remembered {
  readonly items: ItemState[];
  readonly forgottenAt: number;
}

/** Since when nothing was forgotten. */
export function horizonAt(now: number, forgottenAt = 0): number {
  return Math.max(now - memory, forgottenAt);
}

/** Forgets items that were removed long ago, and edits of items that never came; of too many, the oldest. */
export function remembered(
  items: readonly ItemState[],
  now: number,
  forgottenAt: number | undefined,
): Remembered {
  const times = items.filter((item) => !isShown(item)).map(lastTime);
  const oldestKept = times.sort((a, b) => b - a)[maxRemembered] ?? 0;
  const horizon = Math.max(horizonAt(now, forgottenAt), oldestKept);
  return {
    items: items.filter((item) => isShown(item) || lastTime(item) > horizon),
    forgottenAt: horizon,
  };
}

/** Whether an item stands on the list. */
export function isShown({ addedAt, removedAt }: ItemState): boolean {
  return addedAt !== undefined && removedAt === undefined;
}

function lastTime({ removedAt, name, amount, note, aisle, checked }: ItemState): number {
  const times = [name, amount, note, aisle, checked].map((register) => register?.at ?? 0);
  return Math.max(removedAt ?? 0, ...times);
}
