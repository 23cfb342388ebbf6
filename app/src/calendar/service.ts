import { isDuplicate } from '../database/errors.ts';
import { dayAt } from '../meal-plans/dates.ts';
import type { MealPlanService } from '../meal-plans/service.ts';
import type { OwnedModel } from '../planning/owned-store.ts';
import { hashOfToken, newLinkToken } from '../secret-link.ts';
import { mealCalendar } from './ics.ts';
import type { CalendarLink, NewCalendarLink } from './schemas.ts';

/** How far back the calendar goes, days. */
const daysBack = 366;
/** A year has some fifty weekly plans. */
const maxPlans = 100;

/** The link under which calendar programs read the meal plans of a user: at most one each. */
export class CalendarService {
  readonly #links: OwnedModel;
  readonly #plans: MealPlanService;

  constructor(links: OwnedModel, plans: MealPlanService) {
    this.#links = links;
    this.#plans = plans;
  }

  /** Makes a link; the one before it, if any, leads nowhere from now on. */
  async renew(owner: string): Promise<NewCalendarLink> {
    const token = newLinkToken();
    const createdAt = await this.#store(owner, hashOfToken(token)).catch((error: unknown) => {
      // Two first links at the same moment: the later one replaces the other.
      if (isDuplicate(error)) return this.#store(owner, hashOfToken(token));
      throw error;
    });
    return { token, url: `/api/calendar/${token}.ics`, createdAt };
  }

  /** @returns nothing in it when the user has no link. */
  async find(owner: string): Promise<CalendarLink> {
    const found = await this.#links.findOne({ owner }).select('updatedAt').lean();
    return found ? { createdAt: found['updatedAt'] as Date } : {};
  }

  /** @returns whether there was a link. */
  async revoke(owner: string): Promise<boolean> {
    return (await this.#links.deleteOne({ owner })).deletedCount > 0;
  }

  /** @returns the calendar as iCalendar text, `undefined` when the token opens nothing. */
  async read(token: string): Promise<string | undefined> {
    const link = await this.#links
      .findOne({ tokenHash: hashOfToken(token) })
      .select('owner')
      .lean();
    if (!link) return undefined;
    const from = dayAt(Date.now(), -daysBack);
    return mealCalendar(await this.#plans.listWhole(String(link.owner), from, maxPlans));
  }

  async #store(owner: string, tokenHash: string): Promise<Date> {
    const stored = await this.#links
      .findOneAndUpdate(
        { owner },
        { $set: { tokenHash }, $inc: { version: 1 } },
        { upsert: true, returnDocument: 'after' },
      )
      .select('updatedAt')
      .lean();
    return stored['updatedAt'] as Date;
  }
}
