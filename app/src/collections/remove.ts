import { endpoint } from '../http/endpoint.ts';
import { changedReply, expectedVersions, ifMatch } from '../http/if-match.ts';
import { noSuchCollection, oneCollection } from './one.ts';
import type { CollectionService } from './service.ts';

export function removeCollection(collections: CollectionService) {
  return endpoint(
    {
      ...oneCollection,
      method: 'delete',
      operationId: 'removeCollection',
      summary: 'Remove a collection',
      headers: ifMatch,
      replies: { 204: { description: 'The collection is removed' }, ...changedReply },
    },
    async ({ userId, params, headers }) => {
      const expected = expectedVersions(headers);
      if (!(await collections.remove(userId, params.id, expected))) throw noSuchCollection();
      return { status: 204 };
    },
  );
}
