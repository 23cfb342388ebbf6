import { useText } from '../texts/use-text.ts';
import { mealName } from './meals.ts';
import { useDays } from './week/use-days.ts';
import type { Day } from './week/week.ts';

/** Where a meal can stand in the plan. */
export interface Place {
  readonly date: Day;
  readonly meal: string;
}

/** Names a place: `Dinner, Monday 23 November`. */
export function usePlaceName(): (place: Place) => string {
  const t = useText();
  const { long } = useDays();
  return ({ date, meal }) => t('plan.place', { meal: mealName(meal, t), day: long(date) });
}
