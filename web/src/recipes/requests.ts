import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { recipeListPath, recipePath } from './paths.ts';
import type { Recipe, RecipeInput, RecipePage } from './recipe.ts';

/** The cache keys of recipes: `all` covers the others. */
export const recipeKeys = {
  all: ['recipes'] as const,
  lists: ['recipes', 'list'] as const,
  list: (page: number) => ['recipes', 'list', page] as const,
  one: (id: string) => ['recipes', 'one', id] as const,
};

/** One page of the person's recipes. */
export function recipeListQuery(page: number) {
  return queryOptions({
    queryKey: recipeKeys.list(page),
    queryFn: ({ signal }) => api<RecipePage>('GET', recipeListPath(page), { signal }),
  });
}

/** One recipe. */
export function recipeQuery(id: string) {
  return queryOptions({
    queryKey: recipeKeys.one(id),
    queryFn: ({ signal }) => api<Recipe>('GET', recipePath(id), { signal }),
  });
}

/** Stores a new recipe and answers it with its id. */
export function createRecipe(input: RecipeInput): Promise<Recipe> {
  return api<Recipe>('POST', '/api/recipes', { body: input });
}
