import { draftOf } from '../recipe-import/draft/draft.ts';
import { Problems } from '../recipe-import/draft/problems.ts';
import { Graph } from '../recipe-import/read/nodes.ts';
import { arrivalOf } from '../transfer/arrivals.ts';
import { checked } from '../transfer/checked.ts';
import { recipeUrn } from '../transfer/identity.ts';
import type { TransferNode, TransferredResource } from '../transfer/resource.ts';
import type { Restoring } from '../transfer/restoring.ts';
import { toSchemaOrg } from './json-ld.ts';
import { type Recipe, type RecipeInput, recipeInput } from './schemas.ts';
import type { RecipeService } from './service.ts';

const property = 'recipeBook:recipe';

/** Recipes in the file of everything that a user has. */
export function transferredRecipes(recipes: RecipeService): TransferredResource {
  return {
    name: 'recipes',
    property,
    type: 'Recipe',
    refers: false,
    async *export(owner) {
      for await (const recipe of recipes.all(owner)) yield nodeOf(recipe);
    },
    async restore(nodes, restoring) {
      const arrivals = nodes.flatMap((node) => {
        const input = inputOf(node, restoring);
        return input ? [arrivalOf(node, input)] : [];
      });
      const { settled, added } = await recipes.restore(arrivals, restoring);
      for (const { arrival, id } of settled) restoring.remember(arrival.node, id);
      return added;
    },
  };
}

/** In the words of schema.org for other programs, and as it is for coming back. */
function nodeOf(recipe: Recipe): TransferNode {
  const { id, version, createdAt, updatedAt, ...input } = recipe;
  return {
    '@id': recipeUrn(id),
    ...toSchemaOrg(recipe),
    dateCreated: createdAt.toISOString(),
    dateModified: updatedAt.toISOString(),
    [property]: input,
  };
}

/** Our own fields; for files of other programs, what can be read of theirs. */
function inputOf(node: TransferNode, restoring: Restoring): RecipeInput | undefined {
  const own = node[property];
  if (own !== undefined) return checked(recipeInput, node, own, restoring);
  return draftOf(new Graph([node]), node, {}, new Problems()).recipe;
}
