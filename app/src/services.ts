import { authEndpoints } from './auth/endpoints.ts';
import type { Tokens } from './auth/tokens.ts';
import type { Database } from './database/connection.ts';
import { Events } from './events.ts';
import type { Endpoint } from './http/endpoint.ts';
import { ingredientEndpoints } from './ingredients/endpoints.ts';
import type { Logger } from './logging/logger.ts';
import { recipeEndpoints } from './recipes/endpoints.ts';
import { recipeModel } from './recipes/model.ts';
import { RecipeService } from './recipes/service.ts';
import { userModel } from './users/model.ts';
import { UserService } from './users/service.ts';

/** What the domain can do, on a database. */
export interface Services {
  readonly users: UserService;
  readonly recipes: RecipeService;
}

export function createServices({ connection }: Database): Services {
  return {
    users: new UserService(userModel(connection)),
    recipes: new RecipeService(recipeModel(connection)),
  };
}

/** Every operation of the API. */
export function allEndpoints(services: Services, tokens: Tokens, logger: Logger): Endpoint[] {
  const events = new Events(logger);
  return [
    ...authEndpoints(services.users, tokens, events),
    ...ingredientEndpoints(),
    ...recipeEndpoints(services.recipes, events),
  ];
}
