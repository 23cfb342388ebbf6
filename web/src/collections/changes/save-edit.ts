import type { QueryClient } from '@tanstack/react-query';
import { isConflict } from '../../api/api-error.ts';
import { collectionKeys } from '../../api/keys.ts';
import type { Collection } from '../collection.ts';
import { changeCollection, collectionQuery } from '../requests.ts';
import { type Edit, edited } from './edit.ts';

/** How often an edit is made anew on top of what others did meanwhile. */
const attempts = 3;

/** Saves an edit of a collection's recipes, on top of what others changed, and keeps the answer in the cache. */
export async function saveEdit(client: QueryClient, id: string, edit: Edit): Promise<Collection> {
  for (let attempt = 1; ; attempt++) {
    const fresh = attempt > 1 ? { staleTime: 0 } : {};
    const before = await client.fetchQuery({ ...collectionQuery(id), ...fresh });
    const { recipeIds } = edited(before, edit);
    try {
      const saved = await changeCollection(before, { recipeIds });
      client.setQueryData(collectionKeys.one(id), saved);
      void client.invalidateQueries({ queryKey: collectionKeys.lists });
      return saved;
    } catch (error) {
      if (!isConflict(error) || attempt >= attempts) throw error;
    }
  }
}
