import type { Recipe } from '@recipe-book/app/schemas/recipes';
import { skipToken, useQuery } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import type { Sent } from '../api/sent.ts';

/** The recipe that is to be planned, as the address `?add=<id>` names it. */
export function useRecipeToPlan(id: string | null) {
  return useQuery({
    queryKey: ['recipes', 'one', id],
    queryFn: id
      ? ({ signal }) =>
          api<Sent<Recipe>>('GET', `/api/recipes/${encodeURIComponent(id)}`, { signal })
      : skipToken,
  });
}
