import type { Logger } from './logging/logger.ts';
import { counter } from './telemetry/counter.ts';
import { labels, metricNames } from './telemetry/names.ts';

/** What can happen in the domain, and what the log then tells of it. */
interface EventDetails {
  readonly 'user.registered': { readonly userId: string };
  readonly 'user.signed_in': { readonly userId: string };
  /** With whose address is not told: it may be a password in the wrong field. */
  readonly 'user.sign_in_failed': Record<never, never>;
  readonly 'user.signed_out': Record<never, never>;
  readonly 'user.deleted': { readonly userId: string };
  readonly 'password.changed': { readonly userId: string };
  readonly 'password.reset_asked': Record<never, never>;
  readonly 'password.reset': { readonly userId: string };
  /** A refresh token was used twice: perhaps somebody has stolen it. */
  readonly 'session.reused': { readonly userId: string };
  readonly 'recipe.created': { readonly recipeId: string };
  readonly 'recipe.deleted': { readonly recipeId: string };
  /** Read from elsewhere; whoever likes it then makes a recipe of it. */
  readonly 'recipe.imported': { readonly source: string };
  readonly 'recipe.import_failed': { readonly source: string; readonly reason: string };
  readonly 'picture.added': { readonly recipeId: string };
  readonly 'collection.created': { readonly collectionId: string };
  readonly 'meal_plan.created': { readonly mealPlanId: string };
  readonly 'shopping_list.created': { readonly shoppingListId: string };
  readonly 'share.created': { readonly shareId: string };
  readonly 'calendar.created': { readonly userId: string };
  readonly 'data.exported': { readonly userId: string };
  readonly 'data.imported': { readonly userId: string };
}

/** Every name, for the counter; the compiler sees to it that none is missing. */
const names: Record<keyof EventDetails, true> = {
  'user.registered': true,
  'user.signed_in': true,
  'user.sign_in_failed': true,
  'user.signed_out': true,
  'user.deleted': true,
  'password.changed': true,
  'password.reset_asked': true,
  'password.reset': true,
  'session.reused': true,
  'recipe.created': true,
  'recipe.deleted': true,
  'recipe.imported': true,
  'recipe.import_failed': true,
  'picture.added': true,
  'collection.created': true,
  'meal_plan.created': true,
  'shopping_list.created': true,
  'share.created': true,
  'calendar.created': true,
  'data.exported': true,
  'data.imported': true,
};

/** The home of business events: each adds to a counter and makes a log line. */
export class Events {
  readonly #logger: Logger;
  readonly #count = counter(metricNames.events, {
    label: labels.eventName,
    values: Object.keys(names) as (keyof EventDetails)[],
    description: 'Things that happened in the domain, by name',
    unit: '{event}',
  });

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  record<E extends keyof EventDetails>(event: E, details: EventDetails[E]): void {
    this.#count(event);
    const line: Record<string, string> = { [labels.eventName]: event, ...details };
    this.#logger.info(line, event as string);
  }
}
