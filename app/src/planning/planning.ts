import type { Connection } from 'mongoose';
import { calendarEndpoints } from '../calendar/endpoints.ts';
import { calendarModel } from '../calendar/model.ts';
import { CalendarService } from '../calendar/service.ts';
import { collectionEndpoints } from '../collections/endpoints.ts';
import { collectionModel } from '../collections/model.ts';
import { CollectionService } from '../collections/service.ts';
import type { Events } from '../events.ts';
import type { Endpoint } from '../http/endpoint.ts';
import { mealPlanEndpoints } from '../meal-plans/endpoints.ts';
import { mealPlanModel } from '../meal-plans/model.ts';
import { MealPlanService } from '../meal-plans/service.ts';
import type { Channel } from '../redis/channel.ts';
import { shareEndpoints } from '../shares/endpoints.ts';
import { shareModel } from '../shares/model.ts';
import { ShareService } from '../shares/service.ts';
import { shoppingListEndpoints } from '../shopping-lists/endpoints.ts';
import { ListFeed } from '../shopping-lists/live/feed.ts';
import { shoppingListModel } from '../shopping-lists/model.ts';
import { NeedFinder } from '../shopping-lists/needs/sources.ts';
import { ShoppingListService } from '../shopping-lists/service.ts';
import type { OwnedModel } from './owned-store.ts';
import { StoredRecipes } from './stored-recipes.ts';

/** All that users do with their recipes besides cooking. */
export interface Planning {
  readonly collections: CollectionService;
  readonly mealPlans: MealPlanService;
  readonly shoppingLists: ShoppingListService;
  readonly shares: ShareService;
  readonly calendars: CalendarService;
  /** Everything here that belongs to a user: each document has an `owner`. */
  readonly owned: readonly OwnedModel[];
}

/** @param channel brings changes of shopping lists to the other instances. */
export function createPlanning(connection: Connection, channel: Channel): Planning {
  const recipes = new StoredRecipes(connection);
  const models = {
    collections: collectionModel(connection),
    mealPlans: mealPlanModel(connection),
    shoppingLists: shoppingListModel(connection),
    shares: shareModel(connection),
    calendars: calendarModel(connection),
  };
  const mealPlans = new MealPlanService(models.mealPlans, recipes);
  const shoppingLists = new ShoppingListService(
    models.shoppingLists,
    new NeedFinder(recipes, mealPlans),
    new ListFeed(channel),
  );
  return {
    collections: new CollectionService(models.collections, recipes),
    mealPlans,
    shoppingLists,
    shares: new ShareService(models.shares, recipes, shoppingLists),
    calendars: new CalendarService(models.calendars, mealPlans),
    owned: Object.values(models),
  };
}

export function planningEndpoints(planning: Planning, events: Events): Endpoint[] {
  return [
    ...collectionEndpoints(planning.collections, events),
    ...mealPlanEndpoints(planning.mealPlans, events),
    ...shoppingListEndpoints(planning.shoppingLists, events),
    ...shareEndpoints(planning.shares, events),
    ...calendarEndpoints(planning.calendars, events),
  ];
}
