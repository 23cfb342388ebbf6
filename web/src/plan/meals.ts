import type { Translate } from '../texts/i18n.ts';
import type { TextKey } from '../texts/keys.ts';

/** The meals that every day has room for; plans may name others, which get a row of their own. */
const usualMeals = ['breakfast', 'lunch', 'dinner', 'snack'] as const;

const names: ReadonlyMap<string, TextKey> = new Map(
  usualMeals.map((meal) => [meal, `plan.meal.${meal}`]),
);

/** The name of a meal in the app's language; one that somebody made up stays as it is. */
export function mealName(meal: string, t: Translate): string {
  const key = names.get(meal);
  return key ? t(key) : meal;
}

/** The rows of a week: the usual meals, then what else is planned, by name. */
export function mealsOf(planned: readonly string[]): string[] {
  const others = new Set(planned.filter((meal) => !names.has(meal)));
  return [...usualMeals, ...[...others].toSorted((a, b) => a.localeCompare(b))];
}
