import type { CollectionChanges, CollectionInput } from '@recipe-book/app/schemas/collections';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { collectionKeys } from '../api/keys.ts';
import type { Collection, CollectionSummary } from './collection.ts';

/** Collections that come at once. */
const pageSize = 48;

interface CollectionPage {
  items: CollectionSummary[];
  page: number;
  limit: number;
  total: number;
}

/** The person's collections, by name. */
export function collectionsQuery() {
  return infiniteQueryOptions({
    queryKey: [...collectionKeys.lists, 'all'],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({
        page: String(pageParam),
        limit: String(pageSize),
      });
      return api<CollectionPage>('GET', `/api/collections?${query}`, { signal });
    },
    initialPageParam: 1,
    getNextPageParam: ({ page, limit, total }) => (page * limit < total ? page + 1 : undefined),
  });
}

/** One collection. */
export function collectionQuery(id: string) {
  return queryOptions({
    queryKey: collectionKeys.one(id),
    queryFn: ({ signal }) => api<Collection>('GET', pathOf(id), { signal }),
  });
}

export function createCollection(
  body: CollectionInput,
  idempotencyKey: string,
): Promise<Collection> {
  return api('POST', '/api/collections', { body, idempotencyKey });
}

/** @param version the one that is to be changed; another is refused with 412. */
export function changeCollection(
  { id, version }: Pick<Collection, 'id' | 'version'>,
  body: CollectionChanges,
): Promise<Collection> {
  return api('PATCH', pathOf(id), { body, ifMatch: version });
}

export function removeCollection(id: string): Promise<void> {
  return api('DELETE', pathOf(id));
}

function pathOf(id: string): string {
  return `/api/collections/${encodeURIComponent(id)}`;
}
