import { endpoint } from '../http/endpoint.ts';
import { changedReply, expectedVersions, ifMatch } from '../http/if-match.ts';
import { noSuchMealPlan, oneMealPlan } from './one.ts';
import type { MealPlanService } from './service.ts';

export function removeMealPlan(plans: MealPlanService) {
  return endpoint(
    {
      ...oneMealPlan,
      method: 'delete',
      operationId: 'removeMealPlan',
      summary: 'Remove a meal plan',
      headers: ifMatch,
      replies: { 204: { description: 'The meal plan is removed' }, ...changedReply },
    },
    async ({ userId, params, headers }) => {
      const expected = expectedVersions(headers);
      if (!(await plans.remove(userId, params.id, expected))) throw noSuchMealPlan();
      return { status: 204 };
    },
  );
}
