import { draftOf } from '../recipe-import/draft/draft.ts';
import { Problems } from '../recipe-import/draft/problems.ts';
import { Graph } from '../recipe-import/read/nodes.ts';
import type { Restoring, TransferNode, TransferredResource } from '../transfer/resource.ts';
import { toSchemaOrg } from './json-ld.ts';
import { type Recipe, type RecipeInput, recipeInput } from './schemas.ts';
import type { DatedRecipe, RecipeService } from './service.ts';

const idPrefix = 'urn:recipe-book:recipe:';
/** Recipes that are added in one go; the database takes much longer for larger lots. */
const lotSize = 100;

/** Recipes in the file of everything that a user has. */
export function transferredRecipes(recipes: RecipeService): TransferredResource {
  return {
    name: 'recipes',
    type: 'Recipe',
    async *export(owner) {
      for await (const recipe of recipes.all(owner)) yield nodeOf(recipe);
    },
    async restore(nodes, restoring) {
      await recipes.assertRoom(restoring.owner, 0);
      let added = 0;
      for (let at = 0; at < nodes.length; at += lotSize) {
        added += await restoreLot(recipes, nodes.slice(at, at + lotSize), restoring);
      }
      return added;
    },
  };
}

/** In the words of schema.org for other programs, and as it is for coming back. */
function nodeOf(recipe: Recipe): TransferNode {
  const { id, version, createdAt, updatedAt, ...input } = recipe;
  return { '@id': `${idPrefix}${id}`, ...toSchemaOrg(recipe), 'recipeBook:recipe': input };
}

async function restoreLot(
  recipes: RecipeService,
  nodes: readonly TransferNode[],
  { owner, ids, problems }: Restoring,
): Promise<number> {
  const read = nodes.flatMap((node) => {
    const item = String(node['@id'] ?? node['name'] ?? '').slice(0, 200);
    const input = inputOf(node);
    if (input) return [{ item, recipe: { ...input, ...datesOf(node) } }];
    problems.push({ item, message: 'The recipe holds what a recipe cannot have.' });
    return [];
  });
  const restored = await recipes.restore(
    owner,
    read.map(({ recipe }) => recipe),
  );
  for (const [at, { item }] of read.entries()) {
    const id = restored[at]?.id;
    if (id !== undefined) ids.set(item, id);
  }
  return restored.filter(({ added }) => added).length;
}

/** Our own fields; for files of other programs, what can be read of theirs. */
function inputOf(node: TransferNode): RecipeInput | undefined {
  const own = node['recipeBook:recipe'];
  if (own !== undefined) return recipeInput.safeParse(own).data;
  return draftOf(new Graph([node]), node, {}, new Problems()).recipe;
}

function datesOf(node: TransferNode): Pick<DatedRecipe, 'createdAt' | 'updatedAt'> {
  const now = new Date();
  const createdAt = dateOf(node['dateCreated'], now);
  const updatedAt = dateOf(node['dateModified'], createdAt);
  return { createdAt, updatedAt };
}

/** A date that has been; `standard` for anything else. */
function dateOf(value: unknown, standard: Date): Date {
  const time = typeof value === 'string' && value.length < 40 ? Date.parse(value) : Number.NaN;
  return time >= 0 && time <= Date.now() ? new Date(time) : standard;
}
