import type { MealPlanSummary } from '@recipe-book/app/schemas/meal-plans';
import type { ShoppingList } from '@recipe-book/app/schemas/shopping-lists';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { planKeys } from '../api/keys.ts';
import type { Sent } from '../api/sent.ts';
import type { Plan, Slot } from './changes/plan.ts';
import type { Period } from './week/week.ts';

/** More plans than anybody has for one week. */
const mostPlans = 20;

/** All plans that touch a week, whole. */
export function weekQuery(period: Period) {
  return queryOptions({
    queryKey: planKeys.week(period),
    queryFn: async ({ signal }) => {
      const query = `from=${period.startDate}&to=${period.endDate}&limit=${mostPlans}`;
      const list = await api<{ items: Sent<MealPlanSummary>[] }>(
        'GET',
        `/api/meal-plans?${query}`,
        { signal },
      );
      return Promise.all(
        list.items.map(({ id }) => api<Plan>('GET', `/api/meal-plans/${id}`, { signal })),
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
