/** Where the API has what, in a file of its own for the script that asks before the app is there. */
import type { RecipeFilter } from './list/filter.ts';

/** Recipes that are fetched at a time: a number that fills rows of two, three and four. */
const pageSize = 24;

export function recipePath(id: string): string {
  return `/api/recipes/${encodeURIComponent(id)}`;
}

/** A page of the person's recipes. @param page counted from 1. */
export function recipeListPath(page: number, filter: RecipeFilter = {}): string {
  const query = new URLSearchParams({ page: String(page), limit: String(pageSize) });
  for (const [name, value] of Object.entries(filter)) query.set(name, String(value));
  return `/api/recipes?${query}`;
}
