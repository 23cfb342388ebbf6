import type { Settings } from '@recipe-book/settings';
import { authEndpoints } from './auth/endpoints.ts';
import type { Tokens } from './auth/tokens.ts';
import type { Background } from './background.ts';
import { Cache } from './cache/cache.ts';
import { OwnedCache } from './cache/owned-cache.ts';
import { Stamps, type StampTimes } from './cache/stamps.ts';
import { type Database, longestOperation } from './database/connection.ts';
import { Events } from './events.ts';
import type { Endpoint } from './http/endpoint.ts';
import { ingredientEndpoints } from './ingredients/endpoints.ts';
import type { Logger } from './logging/logger.ts';
import type { Mailer } from './mail/mail.ts';
import { createPlanning, type Planning, planningEndpoints } from './planning/planning.ts';
import { recipeImportEndpoints } from './recipe-import/endpoints.ts';
import { RecipeImporter } from './recipe-import/service.ts';
import { recipeEndpoints } from './recipes/endpoints.ts';
import { recipeModel } from './recipes/model.ts';
import { RecipeService } from './recipes/service.ts';
import { transferredRecipes } from './recipes/transfer.ts';
import type { Channel } from './redis/channel.ts';
import { noStore, type Store } from './redis/store.ts';
import { sessionModel } from './sessions/model.ts';
import { SessionService } from './sessions/service.ts';
import { noChannel } from './shopping-lists/live/feed.ts';
import { transferEndpoints } from './transfer/endpoints.ts';
import { TransferService } from './transfer/service.ts';
import { userModel } from './users/model.ts';
import { type OwnedData, ownedDocuments } from './users/owned-data.ts';
import { PasswordResets } from './users/password-resets.ts';
import { UserService } from './users/service.ts';

/** What the domain can do, on a database. */
export interface Services {
  readonly users: UserService;
  readonly passwordResets: PasswordResets;
  readonly sessions: SessionService;
  readonly recipes: RecipeService;
  readonly planning: Planning;
  readonly transfer: TransferService;
  /** All that goes with an account when it is deleted. */
  readonly ownedData: readonly OwnedData[];
}

/** What the endpoints need besides the services. */
export interface Surroundings {
  readonly settings: Settings;
  readonly tokens: Tokens;
  readonly mailer: Mailer;
  readonly background: Background;
  readonly logger: Logger;
}

/** How far the clocks of an instance and of the database may be apart, milliseconds. */
const clockSkew = 5000;

/** What instances have in common besides the database; each works without it. */
export interface Shared {
  /** Brings changes of shopping lists to the other instances. */
  readonly listChannel?: Channel;
  /** Keeps answers of expensive reads. */
  readonly store?: Store;
  /** For tests, which do not wait for what takes long. */
  readonly stampTimes?: StampTimes;
}

export function createServices(
  { connection }: Database,
  settings: Settings,
  { listChannel = noChannel, store = noStore, stampTimes }: Shared = {},
): Services {
  const users = userModel(connection);
  const sessions = sessionModel(connection);
  const recipes = recipeModel(connection);
  const recipeStamps = new Stamps(
    connection,
    'RecipeStamp',
    stampTimes ?? { longestWrite: longestOperation(settings), clockSkew },
  );
  const cache = new Cache(store, settings.CACHE_TTL * 1000);
  const recipeService = new RecipeService(recipes, new OwnedCache('recipes', recipeStamps, cache));
  const planning = createPlanning(connection, listChannel);
  // Every resource whose documents have an owner stands here. Sessions go first: nobody comes back
  // while the rest is deleted. Without its stamp nothing that was kept of a user is found any more.
  const ownedData = [
    ownedDocuments(sessions),
    recipeStamps.owned,
    ownedDocuments(recipes),
    ...planning.owned.map((model) => ownedDocuments(model)),
  ];
  return {
    users: new UserService(users, ownedData),
    passwordResets: new PasswordResets(users, settings.PASSWORD_RESET_TTL),
    sessions: new SessionService(sessions, settings.REFRESH_TOKEN_TTL),
    recipes: recipeService,
    // Whatever belongs to a user joins here; what others point to comes first.
    transfer: new TransferService([transferredRecipes(recipeService)]),
    planning,
    ownedData,
  };
}

/** Every operation of the API. */
export function allEndpoints(services: Services, surroundings: Surroundings): Endpoint[] {
  const events = new Events(surroundings.logger);
  const importer = new RecipeImporter({
    allowLoopback: surroundings.settings.RECIPE_IMPORT_ALLOW_LOOPBACK,
    timeLimit: 10_000,
  });
  return [
    ...authEndpoints({ ...services, ...surroundings, events }),
    ...ingredientEndpoints(),
    // Before the recipes, whose ids match any last part of a path.
    ...recipeImportEndpoints(importer),
    ...recipeEndpoints(services.recipes, events),
    ...transferEndpoints(services.transfer),
    ...planningEndpoints(services.planning, events),
  ];
}
