import { endpoint } from '../http/endpoint.ts';
import { noSuchCollection, oneCollection, reply } from './one.ts';
import { collection } from './schemas.ts';
import type { CollectionService } from './service.ts';

export function readCollection(collections: CollectionService) {
  return endpoint(
    {
      ...oneCollection,
      method: 'get',
      operationId: 'readCollection',
      summary: 'One collection, with what is shown of its recipes',
      replies: { 200: { description: 'The collection', schema: collection } },
    },
    async ({ userId, params }) => {
      const found = await collections.find(userId, params.id);
      if (!found) throw noSuchCollection();
      return reply(200, found);
    },
  );
}
