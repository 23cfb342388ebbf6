import type { MealPlanSummary } from '@recipe-book/app/schemas/meal-plans';
import type { RecipeSummary } from '@recipe-book/app/schemas/recipes';
import type { additions, shoppingListChanges } from '@recipe-book/app/schemas/shopping-lists';
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { allItems } from '../api/all-items.ts';
import { api } from '../api/api.ts';
import { planKeys, shoppingKeys } from '../api/keys.ts';
import type { Sent } from '../api/sent.ts';
import type { List, ListSummary } from './types.ts';

/** One page of a list, as the API answers it. */
export interface ListPage {
  items: ListSummary[];
  page: number;
  limit: number;
  total: number;
}

/** What can be put on a list: items, what recipes need, what a meal plan needs. */
export type Additions = z.input<typeof additions>;

/** Lists that are asked for at once: more than anybody needs. */
const mostLists = 100;

function pathOf(id: string): string {
  return `/api/shopping-lists/${encodeURIComponent(id)}`;
}

/** The person's lists: the active one first, then the newest. */
export const shoppingListsQuery = queryOptions({
  queryKey: shoppingKeys.lists,
  queryFn: ({ signal }) =>
    api<ListPage>('GET', `/api/shopping-lists?limit=${mostLists}`, { signal }),
});

export function readList(id: string, signal: AbortSignal): Promise<List> {
  return api('GET', pathOf(id), { signal });
}

/** @param key a UUID of its own for each list that is wanted. */
export function createList(body: Additions & { name?: string }, key: string): Promise<List> {
  return api('POST', '/api/shopping-lists', { body, idempotencyKey: key });
}

/**
 * Renames a list or makes it the active one. Meant for any version: every tick of an item makes a new one, and has
 * nothing to do with it.
 */
export function changeList(
  id: string,
  body: Pick<z.input<typeof shoppingListChanges>, 'name' | 'isActive'>,
): Promise<List> {
  return api('PATCH', pathOf(id), { body });
}

export function removeList(id: string): Promise<void> {
  return api('DELETE', pathOf(id));
}

/** Puts things on a list; the same food is added up. @param key a UUID of its own for each act. */
export function addToList(id: string, body: Additions, key: string): Promise<List> {
  return api('POST', `${pathOf(id)}/items`, { body, idempotencyKey: key });
}

/** Recipes that are offered at a time. */
const mostRecipes = 20;

/** Recipes to buy for. @param text words of the recipe. */
export function recipesToBuyQuery(text: string) {
  const search = text === '' ? '' : `&q=${encodeURIComponent(text)}`;
  return queryOptions({
    queryKey: ['recipes', 'list', 'to-buy', text],
    queryFn: ({ signal }) =>
      api<{ items: Sent<RecipeSummary>[] }>('GET', `/api/recipes?limit=${mostRecipes}${search}`, {
        signal,
      }),
  });
}

/** Meal plans to buy for, the latest first. */
export const plansToBuyQuery = queryOptions({
  queryKey: planKeys.toBuy,
  queryFn: ({ signal }) => allItems<Sent<MealPlanSummary>>('/api/meal-plans', {}, signal),
});
