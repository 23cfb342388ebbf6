import { endpoint } from '../http/endpoint.ts';
import { pageOf, pageQuery } from '../http/pagination.ts';
import { collectionSummary } from './schemas.ts';
import type { CollectionService } from './service.ts';

export function listCollections(collections: CollectionService) {
  return endpoint(
    {
      method: 'get',
      path: '/api/collections',
      operationId: 'listCollections',
      summary: 'Your collections, by name',
      tag: 'collections',
      signedIn: true,
      query: pageQuery,
      replies: { 200: { description: 'A page of collections', schema: pageOf(collectionSummary) } },
    },
    async ({ userId, query }) => ({ status: 200, body: await collections.list(userId, query) }),
  );
}
