import type { RecipeChanges } from '@recipe-book/app/schemas/recipes';
import { hashKey } from '@tanstack/react-query';
import type { Recipe, RecipeInput } from '../../recipe.ts';

/** What the form can change. The picture and the rating have places of their own. */
export const fields = [
  'title',
  'description',
  'servings',
  'prepMinutes',
  'cookMinutes',
  'difficulty',
  'ingredients',
  'steps',
  'cuisine',
  'dishType',
  'tags',
  'nutrition',
  'notes',
  'sourceUrl',
] as const;
export type Field = (typeof fields)[number];

/** A recipe as far as the form knows it: stored, or about to be. */
export type Fields = Partial<Pick<RecipeInput, Field>>;

/** Whether two recipes say the same in a field, in whatever order the parts of an object come. */
export function isSame(field: Field, one: Fields, other: Fields): boolean {
  return hashKey([one[field]]) === hashKey([other[field]]);
}

/** The fields in which they differ. */
export function differing(one: Fields, other: Fields): Field[] {
  return fields.filter((field) => !isSame(field, one, other));
}

/** What PATCH is to be told so that a recipe says what was written; `null` takes a field away. */
export function changesBetween(base: Recipe, written: RecipeInput): RecipeChanges {
  return Object.fromEntries(
    differing(base, written).map((field) => [field, written[field] ?? null]),
  );
}
