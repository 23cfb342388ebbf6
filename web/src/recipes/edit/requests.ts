import type { RecipeChanges } from '@recipe-book/app/schemas/recipes';
import { api } from '../../api/api.ts';
import type { Ingredient, Recipe, RecipeInput } from '../recipe.ts';

/** Stores a new recipe; the same key again stores nothing twice. */
export function createRecipe(input: RecipeInput, idempotencyKey: string): Promise<Recipe> {
  return api<Recipe>('POST', '/api/recipes', { body: input, idempotencyKey });
}

/** A recipe as it is now, whatever the cache has. */
export function readRecipe(id: string): Promise<Recipe> {
  return api<Recipe>('GET', `/api/recipes/${encodeURIComponent(id)}`);
}

/** Changes a recipe, if it still is in the version that was changed. */
export function changeRecipe({ id, version }: Recipe, changes: RecipeChanges): Promise<Recipe> {
  return api<Recipe>('PATCH', `/api/recipes/${encodeURIComponent(id)}`, {
    body: changes,
    ifMatch: version,
  });
}

/** Reads ingredients from lines of text; headings become their groups. */
export async function parseIngredients(lines: readonly string[]): Promise<Ingredient[]> {
  const { ingredients } = await api<{ ingredients: Ingredient[] }>(
    'POST',
    '/api/ingredients/parse',
    { body: { lines } },
  );
  return ingredients;
}
