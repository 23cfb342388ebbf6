import { endpoint } from '../http/endpoint.ts';
import { noSuchCollection, oneCollection } from './one.ts';
import type { CollectionService } from './service.ts';

export function removeCollection(collections: CollectionService) {
  return endpoint(
    {
      ...oneCollection,
      method: 'delete',
      operationId: 'removeCollection',
      summary: 'Remove a collection',
      replies: { 204: { description: 'The collection is removed' } },
    },
    async ({ userId, params }) => {
      if (!(await collections.remove(userId, params.id))) throw noSuchCollection();
      return { status: 204 };
    },
  );
}
