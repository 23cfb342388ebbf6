import { invalidInput } from '../http/problem.ts';
import type { RecipeSource } from './recipe-source.ts';

/** A recipe that input names, and where it does. */
interface Reference {
  readonly path: string;
  readonly id: string;
}

/** @throws HttpProblem (400) that names every recipe that the owner does not have. */
export async function assertRecipes(
  recipes: RecipeSource,
  owner: string,
  references: readonly Reference[],
): Promise<ReadonlyMap<string, string>> {
  const titles = await recipes.titles(
    owner,
    references.map(({ id }) => id),
  );
  const missing = references.filter(({ id }) => !titles.has(id));
  if (missing.length > 0) {
    throw invalidInput(
      missing.map(({ path }) => ({ path, message: 'You have no recipe with this id.' })),
    );
  }
  return titles;
}
