import type { Place } from '../use-place-name.ts';
import type { Day } from '../week/week.ts';

/** The id of a place as somewhere to drop. */
export function placeId({ date, meal }: Place): string {
  return `${date} ${meal}`;
}

/** Where each arrow key leads: days go sideways, meals up and down. */
const steps: Readonly<Record<string, { readonly days: number; readonly meals: number }>> = {
  ArrowLeft: { days: -1, meals: 0 },
  ArrowRight: { days: 1, meals: 0 },
  ArrowUp: { days: 0, meals: -1 },
  ArrowDown: { days: 0, meals: 1 },
};

/**
 * The place that an arrow key leads to from another, however the week is laid out. After the last meal of a day
 * comes the first of the next. Undefined at the week's ends, and for other keys.
 */
export function placeBeside(
  { date, meal }: Place,
  key: string,
  days: readonly Day[],
  meals: readonly string[],
): Place | undefined {
  const step = steps[key];
  if (!step) return undefined;
  const at = days.indexOf(date) * meals.length + meals.indexOf(meal);
  const next = at + step.days * meals.length + step.meals;
  const day = next < 0 ? undefined : days[Math.floor(next / meals.length)];
  const nextMeal = meals[next % meals.length];
  return day === undefined || nextMeal === undefined ? undefined : { date: day, meal: nextMeal };
}
