import type common from './en/common.json';
import type cook from './en/cook.json';
import type recipe from './en/recipe.json';
import type recipes from './en/recipes.json';
import type shares from './en/shares.json';
import type timers from './en/timers.json';

/** An area's texts, a file of each language; `common` comes with the app, the others with the pages that name them. */
export type TextArea = 'common' | 'cook' | 'recipe' | 'recipes' | 'shares' | 'timers';

/** The keys of every text, which English has all of; a test keeps the other languages alike. */
export type TextKey =
  | keyof typeof common
  | keyof typeof cook
  | keyof typeof recipe
  | keyof typeof recipes
  | keyof typeof shares
  | keyof typeof timers;
