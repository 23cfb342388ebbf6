import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { collectionKeys } from '../../api/keys.ts';
import { saveEdit } from '../changes/save-edit.ts';
import type { CollectionSummary, RecipeCard } from '../collection.ts';

/** A tick that was set or taken away. */
interface Tick {
  /** Of the collection. */
  id: string;
  isIn: boolean;
}

/** The collections that a recipe is in, as they will be when all ticks are saved; `set` sets one. */
export function useMembership(recipeId: string) {
  const client = useQueryClient();
  const mutationKey = ['collections', 'membership', recipeId];
  const query = useQuery({
    queryKey: [...collectionKeys.all, 'of', recipeId],
    queryFn: ({ signal }) =>
      api<{ items: CollectionSummary[] }>(
        'GET',
        `/api/collections?recipeId=${encodeURIComponent(recipeId)}&limit=100`,
        { signal },
      ),
    // What other pages changed meanwhile must not be ticked the old way.
    staleTime: 0,
  });
  const { mutate, error } = useMutation({
    mutationKey,
    meta: { showsWait: true },
    scope: { id: `membership ${recipeId}` },
    mutationFn: async ({ id, isIn }: Tick) => {
      // Only its id is sent; the server's answer has the rest.
      const recipe: RecipeCard = { id: recipeId, title: '', tags: [] };
      await saveEdit(client, id, isIn ? { kind: 'put', recipe } : { kind: 'take', recipeId });
      await query.refetch();
    },
  });
  const pending = useMutationState({
    filters: { mutationKey, status: 'pending' },
    select: ({ state }) => ({ tick: state.variables as Tick, reason: state.failureReason }),
  });
  const ids = new Set(query.data?.items.map(({ id }) => id));
  for (const { tick } of pending) {
    if (tick.isIn) ids.add(tick.id);
    else ids.delete(tick.id);
  }
  return {
    query,
    ids,
    set: mutate,
    error,
    waitsFor: pending.find(({ reason }) => reason)?.reason ?? null,
  };
}
