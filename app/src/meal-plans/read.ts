import { endpoint } from '../http/endpoint.ts';
import { noSuchMealPlan, oneMealPlan, reply } from './one.ts';
import { mealPlan } from './schemas.ts';
import type { MealPlanService } from './service.ts';

export function readMealPlan(plans: MealPlanService) {
  return endpoint(
    {
      ...oneMealPlan,
      method: 'get',
      operationId: 'readMealPlan',
      summary: 'One meal plan, with what is shown of its recipes',
      replies: { 200: { description: 'The meal plan', schema: mealPlan } },
    },
    async ({ userId, params }) => {
      const found = await plans.find(userId, params.id);
      if (!found) throw noSuchMealPlan();
      return reply(200, found);
    },
  );
}
