import type { StoredImage } from '../images/stored-image.ts';
import type { RecipeChanges } from './schemas.ts';
import { type FoundSource, foundFields, foundOf } from './search/found.ts';

/** Changes that users make, and those that follow from them. */
export type AllChanges = RecipeChanges & { readonly image?: StoredImage | null };

/** What the database is told of changes: `null` takes a field away, and the version goes up. */
export function updateOf(current: FoundSource, changes: AllChanges) {
  const fields = Object.entries(changes).filter(([, value]) => value !== undefined);
  const set = Object.fromEntries(fields.filter(([, value]) => value !== null));
  const unset = fields.filter(([, value]) => value === null).map(([name]) => [name, 1]);
  return {
    $set: { ...set, ...(isFoundOtherwise(fields) && { found: foundAfter(current, changes, set) }) },
    ...(unset.length > 0 && { $unset: Object.fromEntries(unset) }),
    $inc: { version: 1 },
  };
}

/** Whether what the recipe is found by can change. It is in most indexes, so it is written only then. */
function isFoundOtherwise(fields: readonly [name: string, value: unknown][]): boolean {
  const names: readonly string[] = foundFields;
  return fields.some(([name]) => names.includes(name));
}

function foundAfter(current: FoundSource, changes: AllChanges, set: object) {
  const kept = Object.entries(current).filter(([name]) => changes[name as 'title'] !== null);
  // The input was checked, so the fields that remain have the types of a recipe.
  return foundOf({ ...Object.fromEntries(kept), ...set } as FoundSource);
}
