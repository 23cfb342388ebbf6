import { deviceStorage } from '../device-storage.ts';

/** What the names of drafts begin with in `localStorage`. */
export const draftPrefix = 'draft.';

/** Takes away what people wrote and did not save: the next one at this device is somebody else, perhaps. */
export function forgetAllDrafts(): void {
  for (const name of deviceStorage.names()) {
    if (name.startsWith(draftPrefix)) deviceStorage.removeItem(name);
  }
}
