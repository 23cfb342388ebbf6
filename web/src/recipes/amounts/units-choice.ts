import { deviceStorage } from '../../device-storage.ts';
import type { System } from './convert.ts';

/** How amounts are shown: as the recipe has them, or in the units of a system. */
export type UnitsChoice = 'original' | System;

export const unitsChoices: readonly UnitsChoice[] = ['original', 'metric', 'us'];

const storageKey = 'units';

/** The choice that was kept on this device; at first recipes are shown as they are. */
export function keptUnits(storage: Pick<Storage, 'getItem'> = deviceStorage): UnitsChoice {
  const kept = storage.getItem(storageKey);
  return unitsChoices.find((choice) => choice === kept) ?? 'original';
}

/** Keeps the choice for every recipe. */
export function keepUnits(
  choice: UnitsChoice,
  storage: Pick<Storage, 'setItem'> = deviceStorage,
): void {
  storage.setItem(storageKey, choice);
}
