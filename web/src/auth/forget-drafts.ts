import { deviceStorage, orNothing } from '../device-storage.ts';

/** What the names of drafts begin with in `localStorage`. */
export const draftPrefix = 'draft.';

/** Takes away what people wrote and did not save: the next one at this device is somebody else, perhaps. */
export function forgetAllDrafts(): void {
  // Only here, so that the early script need not bring it.
  for (const name of orNothing(() => Object.keys(localStorage)) ?? []) {
    if (name.startsWith(draftPrefix)) deviceStorage.removeItem(name);
  }
}
