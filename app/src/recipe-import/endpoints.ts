import type { Endpoint } from '../http/endpoint.ts';
import { importRecipe } from './import-recipe.ts';
import type { RecipeImporter } from './service.ts';

export function recipeImportEndpoints(importer: RecipeImporter): Endpoint[] {
  return [importRecipe(importer)];
}
