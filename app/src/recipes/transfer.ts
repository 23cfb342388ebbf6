import { embeddedBytes, toImageObject } from '../images/embedded.ts';
import type { PictureService } from '../images/service.ts';
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

/** Recipes, with their pictures, in the file of everything that a user has. */
export function transferredRecipes(
  recipes: RecipeService,
  pictures: PictureService,
): TransferredResource {
  return {
    name: 'recipes',
    property,
    type: 'Recipe',
    refers: false,
    async *export(owner) {
      for await (const recipe of recipes.all(owner)) {
        const picture = recipe.image && (await pictures.export(owner, recipe.image));
        yield nodeOf(recipe, picture);
      }
    },
    async restore(nodes, restoring) {
      const arrivals = nodes.flatMap((node) => {
        const input = inputOf(node, restoring);
        return input ? [arrivalOf(node, { input, picture: embeddedBytes(node['image']) })] : [];
      });
      const { settled, added } = await recipes.restore(arrivals, restoring);
      for (const { arrival, id } of settled) restoring.remember(arrival.node, id);
      return added;
    },
  };
}

/** In the words of schema.org for other programs, and as it is for coming back. */
function nodeOf(recipe: Recipe, picture: Buffer | undefined): TransferNode {
  const { id, version, createdAt, updatedAt, image, ...input } = recipe;
  return {
    '@id': recipeUrn(id),
    ...toSchemaOrg(input),
    ...(picture && { image: toImageObject(picture) }),
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
