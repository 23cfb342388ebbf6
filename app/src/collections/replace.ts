import { endpoint } from '../http/endpoint.ts';
import { busyReply } from '../planning/owned-store.ts';
import { noSuchCollection, oneCollection } from './one.ts';
import { collection, collectionInput } from './schemas.ts';
import type { CollectionService } from './service.ts';

export function replaceCollection(collections: CollectionService) {
  return endpoint(
    {
      ...oneCollection,
      method: 'put',
      operationId: 'replaceCollection',
      summary: 'Replace a collection',
      body: collectionInput,
      replies: {
        200: { description: 'The collection as it now is', schema: collection },
        ...busyReply,
      },
    },
    async ({ userId, params, body }) => {
      const replaced = await collections.replace(userId, params.id, body);
      if (!replaced) throw noSuchCollection();
      return { status: 200, body: replaced };
    },
  );
}
