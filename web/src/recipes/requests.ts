import type { RecipeLabels } from '@recipe-book/app/schemas/recipes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { recipeKeys } from '../api/keys.ts';
import { takeRead } from '../api/take-answer.ts';
import type { RecipeFilter } from './list/filter.ts';
import { recipeListPath, recipePath } from './paths.ts';
import type { Recipe, RecipePage } from './recipe.ts';

/** The person's recipes that a filter lets through, page by page. */
export function recipeListQuery(filter: RecipeFilter) {
  return infiniteQueryOptions({
    queryKey: recipeKeys.list(filter),
    initialPageParam: 1,
    queryFn: ({ signal, pageParam }) =>
      api<RecipePage>('GET', recipeListPath(pageParam, filter), { signal }),
    getNextPageParam: ({ page, limit, total }) => (page * limit < total ? page + 1 : undefined),
  });
}

/** The tags, cuisines and types of dish that the person's recipes have. */
export const recipeLabelsQuery = queryOptions({
  queryKey: recipeKeys.labels,
  queryFn: ({ signal }) => api<RecipeLabels>('GET', '/api/recipes/labels', { signal }),
});

/** One recipe. */
export function recipeQuery(id: string) {
  return queryOptions({
    queryKey: recipeKeys.one(id),
    queryFn: ({ signal }) => api<Recipe>('GET', recipePath(id), { signal }),
    initialData: () => takeRead<Recipe>(recipePath(id)),
  });
}

/** Rates a recipe; null takes the rating away. Whoever rates last is right, so no version is asked for. */
export function rateRecipe(id: string, rating: number | null): Promise<Recipe> {
  return api<Recipe>('PATCH', recipePath(id), { body: { rating } });
}

/** Adds a copy of a recipe and answers it. @param idempotencyKey one for each copy that is wanted. */
export function duplicateRecipe(id: string, idempotencyKey: string): Promise<Recipe> {
  return api<Recipe>('POST', `${recipePath(id)}/duplicate`, { idempotencyKey });
}

/** Deletes a recipe for good, in the version that the person has seen. */
export function deleteRecipe({ id, version }: Pick<Recipe, 'id' | 'version'>): Promise<void> {
  return api<void>('DELETE', recipePath(id), { ifMatch: version });
}
