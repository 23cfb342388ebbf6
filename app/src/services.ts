import type { Settings } from '@recipe-book/settings';
import { authEndpoints } from './auth/endpoints.ts';
import type { Tokens } from './auth/tokens.ts';
import type { Database } from './database/connection.ts';
import { Events } from './events.ts';
import type { Endpoint } from './http/endpoint.ts';
import { ingredientEndpoints } from './ingredients/endpoints.ts';
import type { Logger } from './logging/logger.ts';
import { recipeImportEndpoints } from './recipe-import/endpoints.ts';
import { RecipeImporter } from './recipe-import/service.ts';
import { recipeEndpoints } from './recipes/endpoints.ts';
import { recipeModel } from './recipes/model.ts';
import { RecipeService } from './recipes/service.ts';
import { transferredRecipes } from './recipes/transfer.ts';
import { transferEndpoints } from './transfer/endpoints.ts';
import { TransferService } from './transfer/service.ts';
import { userModel } from './users/model.ts';
import { UserService } from './users/service.ts';

/** What the domain can do, on a database. */
export interface Services {
  readonly users: UserService;
  readonly recipes: RecipeService;
  readonly transfer: TransferService;
}

export function createServices({ connection }: Database): Services {
  const recipes = new RecipeService(recipeModel(connection));
  return {
    users: new UserService(userModel(connection)),
    recipes,
    // Whatever belongs to a user joins here; what others point to comes first.
    transfer: new TransferService([transferredRecipes(recipes)]),
  };
}

/** Every operation of the API. */
export function allEndpoints(
  services: Services,
  tokens: Tokens,
  logger: Logger,
  settings: Pick<Settings, 'RECIPE_IMPORT_ALLOW_LOOPBACK'>,
): Endpoint[] {
  const events = new Events(logger);
  const importer = new RecipeImporter({
    allowLoopback: settings.RECIPE_IMPORT_ALLOW_LOOPBACK,
    timeLimit: 10_000,
  });
  return [
    ...authEndpoints(services.users, tokens, events),
    ...ingredientEndpoints(),
    // Before the recipes, whose ids match any last part of a path.
    ...recipeImportEndpoints(importer),
    ...recipeEndpoints(services.recipes, events),
    ...transferEndpoints(services.transfer),
  ];
}
