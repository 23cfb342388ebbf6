import { endpoint } from '../http/endpoint.ts';
import { noSuchMealPlan, oneMealPlan } from './one.ts';
import type { MealPlanService } from './service.ts';

export function removeMealPlan(plans: MealPlanService) {
  return endpoint(
    {
      ...oneMealPlan,
      method: 'delete',
      operationId: 'removeMealPlan',
      summary: 'Remove a meal plan',
      replies: { 204: { description: 'The meal plan is removed' } },
    },
    async ({ userId, params }) => {
      if (!(await plans.remove(userId, params.id))) throw noSuchMealPlan();
      return { status: 204 };
    },
  );
}
