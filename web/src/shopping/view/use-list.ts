import { useQuery } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { ApiError } from '../../api/api-error.ts';
import { shoppingKeys } from '../../api/keys.ts';
import { currentToken, renewedToken } from '../../auth/keep-session.ts';
import { useOnline } from '../../offline/connection.ts';
import { followList } from '../offline/follow.ts';
import type { ListStore } from '../offline/list-store.ts';
import { readList } from '../requests.ts';
import type { List } from '../types.ts';
import { useListState, useShopping } from '../use-shopping.ts';

/**
 * One list as it is now, on whatever device it is changed. It is the store's: the query asks for it at first, and after
 * the connection was away, and tells how that went.
 */
export function useList(id: string) {
  const shopping = useShopping();
  const { store } = shopping;
  useListState(shopping);
  const query = useQuery({
    queryKey: shoppingKeys.list(id),
    queryFn: async ({ signal }) => {
      try {
        await store.take(await readList(id, signal));
        return true;
      } catch (error) {
        if (isNotFound(error)) await store.forget(id);
        throw error;
      }
    },
  });
  const list: List | undefined = store.list(id);
  useFollowed(id, store, list !== undefined);
  const isGone = !list && (query.isSuccess || isNotFound(query.error));
  return { list, query, isGone, shopping };
}

/** Hears of changes as they happen, while somebody looks. */
function useFollowed(id: string, store: ListStore, isKnown: boolean): void {
  const isVisible = useSyncExternalStore(onVisibility, () => !document.hidden);
  const isOnline = useOnline();
  const isFollowed = isKnown && isVisible && isOnline;
  useEffect(() => {
    if (!isFollowed) return;
    const leaving = new AbortController();
    const parts = {
      token: currentToken,
      renew: renewedToken,
      version: () => store.getSnapshot().lists.find((list) => list.id === id)?.version,
      onList: (list: List) => void store.take(list),
      onGone: () => void store.forget(id),
    };
    void followList(id, parts, leaving.signal);
    return () => leaving.abort();
  }, [id, store, isFollowed]);
}

function onVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404;
}
