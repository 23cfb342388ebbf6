import type { RecipeInput } from '../schemas.ts';
import { fold, trigramsOf, wordsOf } from './words.ts';

/** What lists look for in a recipe, in the form in which it is compared. Derived from its fields. */
export interface Found {
  /** Words parted by spaces; also the order by title. */
  readonly title: string;
  /** Words of all ingredients, each once. */
  readonly ingredients: string;
  /** Of the words of both. */
  readonly trigrams: readonly string[];
  readonly tags: readonly string[];
  readonly cuisine?: string;
  readonly dishType?: string;
  /** From start to table; `unknownMinutes` when the recipe does not say. */
  readonly minutes: number;
}

/** After every time that a recipe can take. */
const unknownMinutes = 1_000_000;

/** Most trigrams stored of one recipe; a usual one has about a hundred. Title first. */
const maxTrigrams = 1000;

/** Fields that `Found` is made of. */
export const foundFields = [
  'title',
  'ingredients',
  'tags',
  'cuisine',
  'dishType',
  'prepMinutes',
  'cookMinutes',
] as const;

export type FoundSource = Pick<RecipeInput, (typeof foundFields)[number]>;

export function foundOf(recipe: FoundSource): Found {
  const { tags, cuisine, dishType, prepMinutes, cookMinutes } = recipe;
  const title = wordsOf(recipe.title);
  const ingredients = new Set(wordsOf(recipe.ingredients.map(({ name }) => name).join('\n')));
  const words = new Set([...title, ...ingredients]);
  const trigrams = new Set([...words].flatMap((word) => trigramsOf(word)));
  const minutes = (prepMinutes ?? 0) + (cookMinutes ?? 0);
  return {
    title: title.join(' '),
    ingredients: [...ingredients].join(' '),
    trigrams: [...trigrams].slice(0, maxTrigrams),
    tags: [...new Set(tags.map(fold))],
    ...(cuisine !== undefined && { cuisine: fold(cuisine) }),
    ...(dishType !== undefined && { dishType: fold(dishType) }),
    minutes: minutes > 0 ? minutes : unknownMinutes,
  };
}
