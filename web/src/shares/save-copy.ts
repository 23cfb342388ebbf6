import type { Recipe, RecipeInput } from '@recipe-book/app/schemas/recipes';
import type { Shared, SharedRecipe } from '@recipe-book/app/schemas/shares';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import type { Sent } from '../api/sent.ts';

export type { SharedRecipe };

/** What is shared under a link. */
export function sharedQuery(token: string) {
  return queryOptions({
    queryKey: ['shared', token],
    queryFn: ({ signal }) => api<Shared>('GET', `/api/shared/${token}`, { signal }),
    // Links end, and what they open changes.
    staleTime: 0,
    gcTime: 0,
  });
}

/**
 * Makes a recipe of one's own of one that is shared, with its picture.
 * @param key a UUID of its own for each copy that is wanted
 * @returns where it is; without its picture when that could not be had
 */
export async function saveCopy(
  { image, ...fields }: SharedRecipe,
  key: string,
): Promise<{ id: string; pictureMissing: boolean }> {
  const body: RecipeInput = fields;
  const made = await api<Sent<Recipe>>('POST', '/api/recipes', { body, idempotencyKey: key });
  const largest = image?.urls.at(-1);
  if (!largest) return { id: made.id, pictureMissing: false };
  try {
    const picture = await fetch(largest.url);
    if (!picture.ok) throw new Error('The picture cannot be had.');
    await api('PUT', `/api/recipes/${made.id}/image`, { body: await picture.blob() });
    return { id: made.id, pictureMissing: false };
  } catch {
    return { id: made.id, pictureMissing: true };
  }
}
