import { createHash } from 'node:crypto';
import { ICalCalendar } from 'ical-generator';
import type { MealPlan, MealSlot } from '../meal-plans/schemas.ts';

/** How often calendar programs are asked to look again, seconds. */
const refreshInterval = 3600;
/** Most events; the latest plans come first. Some 20 a week make a year; more would take long to write. */
const maxEvents = 1000;

/** Meal plans as iCalendar (RFC 5545): each slot lasts all day, since plans know no times. */
export function mealCalendar(plans: readonly MealPlan[]): string {
  const calendar = new ICalCalendar({
    name: 'Meal plan',
    prodId: { company: 'Recipe Book', product: 'Meal plan', language: 'EN' },
    ttl: refreshInterval,
  });
  for (const { plan, slots, titles } of withinLimit(plans)) {
    const seen = new Map<string, number>();
    for (const slot of slots) {
      calendar.createEvent({
        id: eventId(plan.id, slot, seen),
        start: new Date(`${slot.date}T00:00:00Z`),
        allDay: true,
        stamp: plan.updatedAt,
        summary: printable(summaryOf(slot, titles)),
        ...(slot.recipeId !== undefined &&
          slot.note !== undefined && { description: printable(slot.note) }),
      });
    }
  }
  return calendar.toString();
}

function withinLimit(plans: readonly MealPlan[]) {
  let left = maxEvents;
  return plans.map((plan) => {
    const slots = plan.slots.slice(0, left);
    left -= slots.length;
    return { plan, slots, titles: new Map(plan.recipes.map(({ id, title }) => [id, title])) };
  });
}

/**
 * The same for the same slot each time, so that programs move events instead of doubling them.
 * @param seen how often each slot stood in the plan before this one.
 */
function eventId(planId: string, { date, meal, recipeId }: MealSlot, seen: Map<string, number>) {
  const slot = JSON.stringify([planId, date, meal, recipeId ?? null]);
  const before = seen.get(slot) ?? 0;
  seen.set(slot, before + 1);
  return `${createHash('sha256').update(`${slot}${before}`).digest('hex').slice(0, 32)}@recipe-book`;
}

function summaryOf(
  { meal, recipeId, servings, note }: MealSlot,
  titles: ReadonlyMap<string, string>,
) {
  const title = recipeId === undefined ? undefined : titles.get(recipeId);
  const people =
    servings === undefined ? '' : ` (${servings} ${servings === 1 ? 'serving' : 'servings'})`;
  const name = meal.charAt(0).toUpperCase() + meal.slice(1);
  return `${name}: ${title ?? note ?? ''}${people}`;
}

/** RFC 5545 has no control characters in texts, and some programs end a line at these. */
function printable(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\u2028\u2029]/gu, ' ');
}
