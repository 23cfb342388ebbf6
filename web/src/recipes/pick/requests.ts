import type { RecipeSummary } from '@recipe-book/app/schemas/recipes';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import type { Sent } from '../../api/sent.ts';

/** A recipe that can be picked. */
export type PickableRecipe = Sent<RecipeSummary>;

/** Recipes shown to pick from: more are found by typing. */
const mostShown = 24;

/** Recipes that fit some words, best first; without words the newest. */
export function pickQuery(words: string) {
  return queryOptions({
    queryKey: ['recipes', 'list', 'pick', words],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ limit: String(mostShown), ...(words && { q: words }) });
      return api<{ items: PickableRecipe[]; total: number }>('GET', `/api/recipes?${query}`, {
        signal,
      });
    },
    placeholderData: keepPreviousData,
  });
}
