import { z } from 'zod';
import { lineAt, textAt } from '../recipe-import/draft/texts.ts';
import { Graph, isNode } from '../recipe-import/read/nodes.ts';
import { arrivalOf } from '../transfer/arrivals.ts';
import { checked } from '../transfer/checked.ts';
import { recipeReference, recipeUrn, urn } from '../transfer/identity.ts';
import type { TransferNode, TransferredResource } from '../transfer/resource.ts';
import { type Collection, collectionInput } from './schemas.ts';
import type { CollectionService } from './service.ts';

const property = 'recipeBook:collection';

/** A collection in a file points to its recipes by their `@id`. */
const written = z.looseObject({
  recipeIds: z.never().optional(),
  recipes: z.array(recipeReference).max(500).default([]),
});

/** Collections in the file of everything that a user has. */
export function transferredCollections(collections: CollectionService): TransferredResource {
  return {
    name: 'collections',
    property,
    type: 'Collection',
    refers: true,
    async *export(owner) {
      for await (const collection of collections.all(owner)) yield nodeOf(collection);
    },
    async restore(nodes, restoring) {
      const read = nodes.flatMap((node) => {
        const found = checked(written, node, node[property] ?? fromSchemaOrg(node), restoring);
        return found ? [{ node, ...found }] : [];
      });
      const here = await restoring.resolve(read.flatMap(({ recipes }) => recipes));
      const arrivals = read.flatMap(({ node, recipes, ...fields }) => {
        const recipeIds = new Set(recipes.flatMap((name) => here.get(name)?.id ?? []));
        const whole = { ...fields, recipeIds: [...recipeIds] };
        const input = checked(collectionInput, node, whole, restoring);
        if (!input) return [];
        const missing = recipes.filter((name) => !here.has(name)).length;
        if (missing > 0) restoring.tell(node, `Recipes of it that are not there: ${missing}.`);
        return [arrivalOf(node, input)];
      });
      return collections.restore(arrivals, restoring);
    },
  };
}

function nodeOf({ id, name, description, recipeIds, createdAt, updatedAt }: Collection) {
  const recipes = recipeIds.map(recipeUrn);
  return {
    '@id': urn('collection', id),
    '@type': 'Collection',
    name,
    description,
    hasPart: { '@list': recipes.map((recipe) => ({ '@id': recipe })) },
    dateCreated: createdAt.toISOString(),
    dateModified: updatedAt.toISOString(),
    [property]: { name, description, recipes },
  };
}

/** What can be read of a collection in a file of another program. */
function fromSchemaOrg(node: TransferNode): object {
  const graph = new Graph([node]);
  const description = textAt(graph, node, 'description').slice(0, 2000);
  const parts = graph.values(node, 'hasPart').map((part) => (isNode(part) ? part['@id'] : part));
  return {
    name: lineAt(graph, node, 'name').slice(0, 200),
    ...(description !== '' && { description }),
    recipes: [...new Set(parts.filter((id) => typeof id === 'string'))],
  };
}
