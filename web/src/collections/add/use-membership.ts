import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
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
  // At once: what a mutation tells of itself comes after the click, when the box has shown its old state again.
  const [unsaved, setUnsaved] = useState<readonly Tick[]>([]);
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
    onSettled: (_saved, _error, tick) => setUnsaved((ticks) => ticks.filter((one) => one !== tick)),
  });
  const reasons = useMutationState({
    filters: { mutationKey, status: 'pending' },
    select: ({ state }) => state.failureReason,
  });
  const ids = new Set(query.data?.items.map(({ id }) => id));
  for (const { id, isIn } of unsaved) {
    if (isIn) ids.add(id);
    else ids.delete(id);
  }
  return {
    query,
    ids,
    set: (tick: Tick) => {
      setUnsaved((ticks) => [...ticks, tick]);
      mutate(tick);
    },
    error,
    waitsFor: reasons.find((reason) => reason) ?? null,
  };
}
