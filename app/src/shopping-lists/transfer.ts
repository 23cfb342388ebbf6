import { z } from 'zod';
import { formatLine } from '../ingredients/format.ts';
import { arrivalOf } from '../transfer/arrivals.ts';
import { checked } from '../transfer/checked.ts';
import { recipeReference, recipeUrn, urn } from '../transfer/identity.ts';
import type { TransferredResource } from '../transfer/resource.ts';
import { maxRecipes } from './item-schemas.ts';
import { type ShoppingList, shoppingListReplacement } from './schemas.ts';
import type { ShoppingListService } from './service.ts';
import { restoredList } from './stored-list.ts';

const property = 'recipeBook:shoppingList';

/** The items of a list in a file point to recipes by their `@id`. */
const writtenItem = z.looseObject({
  recipeIds: z.never().optional(),
  recipes: z.array(recipeReference).max(maxRecipes).default([]),
});
const written = z.looseObject({ items: z.array(writtenItem).max(500).default([]) });

/** Shopping lists in the file of everything that a user has. */
export function transferredShoppingLists(lists: ShoppingListService): TransferredResource {
  return {
    name: 'shoppingLists',
    property,
    refers: true,
    async *export(owner) {
      for await (const list of lists.all(owner)) yield nodeOf(list);
    },
    async restore(nodes, restoring) {
      const read = nodes.flatMap((node) => {
        const list = checked(written, node, node[property], restoring);
        return list ? [{ node, list }] : [];
      });
      const names = read.flatMap(({ list }) => list.items.flatMap(({ recipes }) => recipes));
      const here = await restoring.resolve(names);
      const arrivals = read.flatMap(({ node, list }) => {
        // Recipes that are not there are left out, as everywhere in lists.
        const items = list.items.map(({ recipes, ...item }) => {
          return { ...item, recipeIds: recipes.flatMap((name) => here.get(name)?.id ?? []) };
        });
        const input = checked(shoppingListReplacement, node, { ...list, items }, restoring);
        if (!input) return [];
        const arrival = arrivalOf(node, input);
        return [{ ...arrival, fields: restoredList(input, arrival.updatedAt.getTime()) }];
      });
      return lists.restore(arrivals, restoring);
    },
  };
}

function nodeOf({ id, name, isActive, items, createdAt, updatedAt }: ShoppingList) {
  return {
    '@id': urn('shopping-list', id),
    '@type': 'ItemList',
    name,
    itemListElement: items.map((item, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: formatLine(item),
    })),
    dateCreated: createdAt.toISOString(),
    dateModified: updatedAt.toISOString(),
    [property]: {
      name,
      isActive,
      items: items.map(({ recipeIds, ...item }) => {
        return { ...item, recipes: recipeIds.map(recipeUrn) };
      }),
    },
  };
}
