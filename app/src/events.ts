import { metrics } from '@opentelemetry/api';
import type { Logger } from './logging/logger.ts';
import { instrumentationScope, labels, metricNames } from './telemetry/names.ts';

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

/** The home of business events: each adds to a counter and makes a log line. */
export class Events {
  readonly #logger: Logger;
  readonly #counter = metrics.getMeter(instrumentationScope).createCounter(metricNames.events, {
    description: 'Things that happened in the domain, by name',
    unit: '{event}',
  });

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  record<E extends keyof EventDetails>(event: E, details: EventDetails[E]): void {
    this.#counter.add(1, { [labels.eventName]: event });
    const line: Record<string, string> = { [labels.eventName]: event, ...details };
    this.#logger.info(line, event as string);
  }
}
