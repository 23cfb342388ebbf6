import { endpoint } from '../http/endpoint.ts';
import { changedReply, expectedVersions, ifMatch } from '../http/if-match.ts';
import { noSuchMealPlan, oneMealPlan, reply } from './one.ts';
import { mealPlan, mealPlanChanges } from './schemas.ts';
import type { MealPlanService } from './service.ts';

export function changeMealPlan(plans: MealPlanService) {
  return endpoint(
    {
      ...oneMealPlan,
      method: 'patch',
      operationId: 'changeMealPlan',
      summary: 'Change some fields of a meal plan; null takes the name away',
      headers: ifMatch,
      body: mealPlanChanges,
      replies: {
        200: { description: 'The meal plan as it now is', schema: mealPlan },
        ...changedReply,
      },
    },
    async ({ userId, params, headers, body }) => {
      const expected = expectedVersions(headers);
      const changed = await plans.change(userId, params.id, body, expected);
      if (!changed) throw noSuchMealPlan();
      return reply(200, changed);
    },
  );
}
