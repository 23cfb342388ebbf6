import type { Events } from '../events.ts';
import type { Endpoint } from '../http/endpoint.ts';
import { changeCollection } from './change.ts';
import { createCollection } from './create.ts';
import { listCollections } from './list.ts';
import { readCollection } from './read.ts';
import { removeCollection } from './remove.ts';
import { replaceCollection } from './replace.ts';
import type { CollectionService } from './service.ts';

export function collectionEndpoints(collections: CollectionService, events: Events): Endpoint[] {
  return [
    listCollections(collections),
    createCollection(collections, events),
    readCollection(collections),
    replaceCollection(collections),
    changeCollection(collections),
    removeCollection(collections),
  ];
}
