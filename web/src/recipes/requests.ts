import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import type { Recipe, RecipePage } from './recipe.ts';

/** The cache keys of recipes: `all` covers the others. */
export const recipeKeys = {
  all: ['recipes'] as const,
  lists: ['recipes', 'list'] as const,
  list: (page: number) => ['recipes', 'list', page] as const,
  one: (id: string) => ['recipes', 'one', id] as const,
};

/** Recipes on one page: a number that fills rows of two, three and four. */
const pageSize = 24;

/** One page of the person's recipes. */
export function recipeListQuery(page: number) {
  return queryOptions({
    queryKey: recipeKeys.list(page),
    queryFn: ({ signal }) =>
      api<RecipePage>('GET', `/api/recipes?page=${page}&limit=${pageSize}`, { signal }),
  });
}

/** One recipe. */
export function recipeQuery(id: string) {
  return queryOptions({
    queryKey: recipeKeys.one(id),
    queryFn: ({ signal }) =>
      api<Recipe>('GET', `/api/recipes/${encodeURIComponent(id)}`, { signal }),
  });
}
