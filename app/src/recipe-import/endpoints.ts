import type { Events } from '../events.ts';
import type { Endpoint } from '../http/endpoint.ts';
import { importRecipe } from './import-recipe.ts';
import type { RecipeImporter } from './service.ts';

/** @param maxPageSize MAX_PAGE_SIZE, bytes. */
export function recipeImportEndpoints(
  importer: RecipeImporter,
  events: Events,
  maxPageSize: number,
): Endpoint[] {
  return [importRecipe(importer, events, maxPageSize)];
}
