import { endpoint } from '../http/endpoint.ts';
import { busyReply } from '../planning/owned-store.ts';
import { noSuchMealPlan, oneMealPlan } from './one.ts';
import { mealPlan, mealPlanInput } from './schemas.ts';
import type { MealPlanService } from './service.ts';

export function replaceMealPlan(plans: MealPlanService) {
  return endpoint(
    {
      ...oneMealPlan,
      method: 'put',
      operationId: 'replaceMealPlan',
      summary: 'Replace a meal plan',
      body: mealPlanInput,
      replies: {
        200: { description: 'The meal plan as it now is', schema: mealPlan },
        ...busyReply,
      },
    },
    async ({ userId, params, body }) => {
      const replaced = await plans.replace(userId, params.id, body);
      if (!replaced) throw noSuchMealPlan();
      return { status: 200, body: replaced };
    },
  );
}
