import { endpoint } from '../http/endpoint.ts';
import { pageOf } from '../http/pagination.ts';
import { collectionQuery, collectionSummary } from './schemas.ts';
import type { CollectionService } from './service.ts';

export function listCollections(collections: CollectionService) {
  return endpoint(
    {
      method: 'get',
      path: '/api/collections',
      operationId: 'listCollections',
      summary: 'Your collections, by name; all or those that a recipe is in',
      tag: 'collections',
      signedIn: true,
      query: collectionQuery,
      replies: { 200: { description: 'A page of collections', schema: pageOf(collectionSummary) } },
    },
    async ({ userId, query }) => ({ status: 200, body: await collections.list(userId, query) }),
  );
}
