import type { NewShare, Share } from '@recipe-book/app/schemas/shares';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import type { Sent } from '../api/sent.ts';

/** A share as its owner sees it; its link is not kept. */
export type SentShare = Sent<Share>;

/** One page of a list, as the API answers it. */
export interface SharePage {
  items: SentShare[];
  page: number;
  limit: number;
  total: number;
}

/** Shares asked for at a time. */
const pageSize = 50;

/** What is shared, newest first. */
export const sharesQuery = infiniteQueryOptions({
  queryKey: ['shares'],
  queryFn: ({ pageParam, signal }) =>
    api<SharePage>('GET', `/api/shares?page=${pageParam}&limit=${pageSize}`, { signal }),
  initialPageParam: 1,
  getNextPageParam: ({ page, limit, total }) => (page * limit < total ? page + 1 : undefined),
});

/** Makes a link. @param key a UUID of its own for each link that is wanted. */
export function createShare(kind: Share['kind'], id: string, key: string): Promise<Sent<NewShare>> {
  return api('POST', '/api/shares', { body: { kind, id }, idempotencyKey: key });
}

/** Makes a link lead nowhere. */
export function removeShare(id: string): Promise<void> {
  return api('DELETE', `/api/shares/${id}`);
}
