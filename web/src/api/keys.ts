import type { RecipeFilter } from '../recipes/list/filter.ts';

/*
 * The keys of everything in the cache, in one place, because what is done in one area shows in others. A key that begins
 * with another is invalidated with it.
 */

/** Recipes: `lists` is all that follows from several. */
export const recipeKeys = {
  lists: ['recipes', 'list'] as const,
  list: (filter: RecipeFilter) => ['recipes', 'list', filter] as const,
  labels: ['recipes', 'list', 'labels'] as const,
  one: (id: string) => ['recipes', 'one', id] as const,
};

/** Collections: `all` covers the others. */
export const collectionKeys = {
  all: ['collections'] as const,
  lists: ['collections', 'list'] as const,
  one: (id: string) => ['collections', 'one', id] as const,
};

/** Meal plans: `all` covers the others, `weeks` all weeks. */
export const planKeys = {
  all: ['plans'] as const,
  toBuy: ['plans', 'to-buy'] as const,
  weeks: ['plans', 'week'] as const,
  week: ({ startDate, endDate }: { startDate: string; endDate: string }) =>
    ['plans', 'week', startDate, endDate] as const,
};

/** Shopping lists: `lists` covers each of them. */
export const shoppingKeys = {
  lists: ['shopping-lists'] as const,
  list: (id: string) => ['shopping-lists', id] as const,
};
