import { collectionInput } from '@recipe-book/app/schemas/collections';
import { schemaResolver } from '../../ui/forms/schema-resolver.ts';

/** How the name and description of a collection are checked: a chunk of its own, fetched with the first form. */
export const checkCollection = schemaResolver(
  collectionInput.pick({ name: true, description: true }),
);
