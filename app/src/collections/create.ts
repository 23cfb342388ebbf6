import type { Events } from '../events.ts';
import { endpoint } from '../http/endpoint.ts';
import { reply } from './one.ts';
import { collection, collectionInput } from './schemas.ts';
import type { CollectionService } from './service.ts';

export function createCollection(collections: CollectionService, events: Events) {
  return endpoint(
    {
      method: 'post',
      path: '/api/collections',
      operationId: 'createCollection',
      summary: 'Make a collection of recipes',
      tag: 'collections',
      signedIn: true,
      body: collectionInput,
      replies: { 201: { description: 'The collection is made', schema: collection } },
    },
    async ({ userId, body }) => {
      const made = await collections.create(userId, body);
      events.record('collection.created', { collectionId: made.id });
      return reply(201, made);
    },
  );
}
