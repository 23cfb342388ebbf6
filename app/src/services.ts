import type { Settings } from '@recipe-book/settings';
import { authEndpoints } from './auth/endpoints.ts';
import type { Tokens } from './auth/tokens.ts';
import type { Background } from './background.ts';
import { Cache } from './cache/cache.ts';
import { OwnedCache } from './cache/owned-cache.ts';
import { Stamps } from './cache/stamps.ts';
import { transferredCollections } from './collections/transfer.ts';
import { type Database, longestOperation } from './database/connection.ts';
import { type OwnedData, ownedDocuments } from './database/owned-data.ts';
import { Events } from './events.ts';
import type { Endpoint } from './http/endpoint.ts';
import { idempotent } from './idempotency/idempotent.ts';
import { IdempotencyKeys } from './idempotency/keys.ts';
import { idempotencyModel } from './idempotency/model.ts';
import { pictureModel } from './images/model.ts';
import { ownedPictures } from './images/owned-pictures.ts';
import { readImage } from './images/read.ts';
import { PictureService } from './images/service.ts';
import { openImageStore } from './images/store/open-store.ts';
import { ingredientEndpoints } from './ingredients/endpoints.ts';
import type { Logger } from './logging/logger.ts';
import type { Mailer } from './mail/mail.ts';
import { transferredMealPlans } from './meal-plans/transfer.ts';
import { createPlanning, type Planning, planningEndpoints } from './planning/planning.ts';
import { StoredRecipes } from './planning/stored-recipes.ts';
import type { FetchRules } from './public-web/address.ts';
import { recipeImportEndpoints } from './recipe-import/endpoints.ts';
import { RecipeImporter } from './recipe-import/service.ts';
import { recipeEndpoints } from './recipes/endpoints.ts';
import { recipeImageEndpoints } from './recipes/image/endpoints.ts';
import { RecipePictures } from './recipes/image/recipe-pictures.ts';
import { recipeModel } from './recipes/model.ts';
import { RecipeService } from './recipes/service.ts';
import { transferredRecipes } from './recipes/transfer.ts';
import type { Channel } from './redis/channel.ts';
import { noStore, type Store } from './redis/store.ts';
import { sessionModel } from './sessions/model.ts';
import { SessionService } from './sessions/service.ts';
import { noChannel } from './shopping-lists/live/feed.ts';
import { transferredShoppingLists } from './shopping-lists/transfer.ts';
import { transferEndpoints } from './transfer/endpoints.ts';
import { TransferService } from './transfer/service.ts';
import { userModel } from './users/model.ts';
import { PasswordResets } from './users/password-resets.ts';
import { UserService } from './users/service.ts';
import { onlyWhileThere } from './users/still-there.ts';
import { transferredProfile } from './users/transfer.ts';

/** What the domain can do, on a database. */
export interface Services {
  readonly users: UserService;
  readonly passwordResets: PasswordResets;
  readonly sessions: SessionService;
  readonly recipes: RecipeService;
  readonly pictures: PictureService;
  readonly recipePictures: RecipePictures;
  readonly planning: Planning;
  readonly transfer: TransferService;
  readonly idempotencyKeys: IdempotencyKeys;
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
}

export function createServices(
  { connection, logger }: Database,
  settings: Settings,
  { listChannel = noChannel, store = noStore }: Shared = {},
): Services {
  const users = userModel(connection);
  const sessions = sessionModel(connection);
  const recipes = recipeModel(connection);
  const idempotencyRecords = idempotencyModel(connection);
  const pictures = pictureModel(connection);
  const imageStore = openImageStore(settings, connection);
  const pictureService = new PictureService(pictures, imageStore, logger);
  const recipeStamps = new Stamps(connection, 'RecipeStamp', {
    longestWrite: longestOperation(settings),
    clockSkew,
  });
  const cache = new Cache(store, settings.CACHE_TTL * 1000);
  const recipeCache = new OwnedCache('recipes', recipeStamps, cache);
  const recipeService = new RecipeService(recipes, pictureService, recipeCache);
  const planning = createPlanning(connection, listChannel);
  // Every resource whose documents have an owner stands here. Sessions go first: nobody comes back
  // while the rest is deleted. Without its stamp nothing that was kept of a user is found any more.
  const ownedData = [
    ownedDocuments(sessions),
    recipeStamps.owned,
    ownedDocuments(recipes),
    ownedPictures(pictures, pictureService),
    ...planning.owned.map((model) => ownedDocuments(model)),
    ownedDocuments(idempotencyRecords),
  ];
  const userService = new UserService(users, ownedData);
  return {
    users: userService,
    passwordResets: new PasswordResets(users, settings.PASSWORD_RESET_TTL),
    sessions: new SessionService(sessions, settings.REFRESH_TOKEN_TTL),
    recipes: recipeService,
    pictures: pictureService,
    recipePictures: new RecipePictures(recipeService, pictureService, {
      rules: fetchRules(settings),
      maxBytes: settings.MAX_IMAGE_SIZE,
    }),
    // Whatever belongs to a user joins here; what others point to comes first.
    transfer: new TransferService(
      [
        transferredProfile(userService),
        transferredRecipes(recipeService, pictureService),
        transferredCollections(planning.collections),
        transferredMealPlans(planning.mealPlans),
        transferredShoppingLists(planning.shoppingLists),
      ],
      new StoredRecipes(connection),
    ),
    planning,
    idempotencyKeys: new IdempotencyKeys(idempotencyRecords, settings.IDEMPOTENCY_TTL),
    ownedData,
  };
}

/** Every operation of the API. */
export function allEndpoints(services: Services, surroundings: Surroundings): Endpoint[] {
  const events = new Events(surroundings.logger);
  const { settings } = surroundings;
  const importer = new RecipeImporter(fetchRules(settings));
  const endpoints = [
    ...authEndpoints({ ...services, ...surroundings, events }),
    ...ingredientEndpoints(),
    // Before the recipes, whose ids match any last part of a path.
    ...recipeImportEndpoints(importer, events, settings.MAX_PAGE_SIZE),
    ...recipeEndpoints(services.recipes, events),
    ...recipeImageEndpoints(services.recipePictures, events, settings.MAX_IMAGE_SIZE),
    readImage(services.pictures),
    ...transferEndpoints(services.transfer, events, settings.MAX_IMPORT_SIZE),
    ...planningEndpoints(services.planning, events),
  ];
  const { idempotencyKeys, users } = services;
  return endpoints
    .map((one) => idempotent(one, idempotencyKeys, surroundings.logger))
    .map((one) => onlyWhileThere(one, users));
}

/** How other sites are asked for recipes and their pictures. */
function fetchRules({ RECIPE_IMPORT_ALLOW_LOOPBACK }: Settings): FetchRules {
  return { allowLoopback: RECIPE_IMPORT_ALLOW_LOOPBACK, timeLimit: 10_000 };
}
