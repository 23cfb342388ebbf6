import type { MealPlanSummary } from '@recipe-book/app/schemas/meal-plans';
import type { ShoppingList } from '@recipe-book/app/schemas/shopping-lists';
import { queryOptions } from '@tanstack/react-query';
import { allItems } from '../api/all-items.ts';
import { api } from '../api/api.ts';
import { planKeys } from '../api/keys.ts';
import type { Sent } from '../api/sent.ts';
import type { Plan, Slot } from './changes/plan.ts';
import type { Period } from './week/week.ts';

/** All plans that touch a week, whole. */
export function weekQuery(period: Period) {
  return queryOptions({
    queryKey: planKeys.week(period),
    queryFn: async ({ signal }) => {
      const days = { from: period.startDate, to: period.endDate };
      const plans = await allItems<Sent<MealPlanSummary>>('/api/meal-plans', days, signal);
      return Promise.all(
        plans.map(({ id }) => api<Plan>('GET', `/api/meal-plans/${id}`, { signal })),
      );
    },
  });
}

/** Makes a shopping list of what meals need. */
export function makeShoppingList(
  name: string,
  slots: readonly Slot[],
  idempotencyKey: string,
): Promise<Sent<ShoppingList>> {
  const fromRecipes = slots.flatMap(({ recipeId, servings }) =>
    recipeId === undefined ? [] : [{ recipeId, servings }],
  );
  return api('POST', '/api/shopping-lists', { body: { name, fromRecipes }, idempotencyKey });
}
