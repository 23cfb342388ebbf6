import { endpoint } from '../http/endpoint.ts';
import { changedReply, expectedVersions, ifMatch } from '../http/if-match.ts';
import { noSuchCollection, oneCollection, reply } from './one.ts';
import { collection, collectionChanges } from './schemas.ts';
import type { CollectionService } from './service.ts';

export function changeCollection(collections: CollectionService) {
  return endpoint(
    {
      ...oneCollection,
      method: 'patch',
      operationId: 'changeCollection',
      summary: 'Change some fields of a collection; null takes the description away',
      headers: ifMatch,
      body: collectionChanges,
      replies: {
        200: { description: 'The collection as it now is', schema: collection },
        ...changedReply,
      },
    },
    async ({ userId, params, headers, body }) => {
      const expected = expectedVersions(headers);
      const changed = await collections.change(userId, params.id, body, expected);
      if (!changed) throw noSuchCollection();
      return reply(200, changed);
    },
  );
}
