import { endpoint } from '../http/endpoint.ts';
import { busyReply } from '../planning/owned-store.ts';
import { noSuchCollection, oneCollection } from './one.ts';
import { collection, collectionChanges } from './schemas.ts';
import type { CollectionService } from './service.ts';

export function changeCollection(collections: CollectionService) {
  return endpoint(
    {
      ...oneCollection,
      method: 'patch',
      operationId: 'changeCollection',
      summary: 'Change some fields of a collection; null takes the description away',
      body: collectionChanges,
      replies: {
        200: { description: 'The collection as it now is', schema: collection },
        ...busyReply,
      },
    },
    async ({ userId, params, body }) => {
      const changed = await collections.change(userId, params.id, body);
      if (!changed) throw noSuchCollection();
      return { status: 200, body: changed };
    },
  );
}
