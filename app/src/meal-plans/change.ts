import { endpoint } from '../http/endpoint.ts';
import { busyReply } from '../planning/owned-store.ts';
import { noSuchMealPlan, oneMealPlan } from './one.ts';
import { mealPlan, mealPlanChanges } from './schemas.ts';
import type { MealPlanService } from './service.ts';

export function changeMealPlan(plans: MealPlanService) {
  return endpoint(
    {
      ...oneMealPlan,
      method: 'patch',
      operationId: 'changeMealPlan',
      summary: 'Change some fields of a meal plan; null takes the name away',
      body: mealPlanChanges,
      replies: {
        200: { description: 'The meal plan as it now is', schema: mealPlan },
        ...busyReply,
      },
    },
    async ({ userId, params, body }) => {
      const changed = await plans.change(userId, params.id, body);
      if (!changed) throw noSuchMealPlan();
      return { status: 200, body: changed };
    },
  );
}
