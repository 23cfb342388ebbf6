import type { StoredImage } from '../images/stored-image.ts';
import type { RecipeChanges } from './schemas.ts';
import { type FoundSource, foundOf } from './search/found.ts';

/** Changes that users make, and those that follow from them. */
export type AllChanges = RecipeChanges & { readonly image?: StoredImage | null };

/** What the database is told of changes: `null` takes a field away, and the version goes up. */
export function updateOf(current: FoundSource, changes: AllChanges) {
  const fields = Object.entries(changes).filter(([, value]) => value !== undefined);
  const set = Object.fromEntries(fields.filter(([, value]) => value !== null));
  const unset = fields.filter(([, value]) => value === null).map(([name]) => [name, 1]);
  const kept = Object.entries(current).filter(([name]) => changes[name as 'title'] !== null);
  // The input was checked, so the fields that remain have the types of a recipe.
  const found = foundOf({ ...Object.fromEntries(kept), ...set } as FoundSource);
  return {
    $set: { ...set, found },
    ...(unset.length > 0 && { $unset: Object.fromEntries(unset) }),
    $inc: { version: 1 },
  };
}
