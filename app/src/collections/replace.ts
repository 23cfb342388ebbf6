import { endpoint } from '../http/endpoint.ts';
import { changedReply, expectedVersions, ifMatch } from '../http/if-match.ts';
import { noSuchCollection, oneCollection, reply } from './one.ts';
import { collection, collectionInput } from './schemas.ts';
import type { CollectionService } from './service.ts';

export function replaceCollection(collections: CollectionService) {
  return endpoint(
    {
      ...oneCollection,
      method: 'put',
      operationId: 'replaceCollection',
      summary: 'Replace a collection',
      headers: ifMatch,
      body: collectionInput,
      replies: {
        200: { description: 'The collection as it now is', schema: collection },
        ...changedReply,
      },
    },
    async ({ userId, params, headers, body }) => {
      const expected = expectedVersions(headers);
      const replaced = await collections.replace(userId, params.id, body, expected);
      if (!replaced) throw noSuchCollection();
      return reply(200, replaced);
    },
  );
}
