import { endpoint } from '../http/endpoint.ts';
import { changedReply, expectedVersions, ifMatch } from '../http/if-match.ts';
import { noSuchMealPlan, oneMealPlan, reply } from './one.ts';
import { mealPlan, mealPlanInput } from './schemas.ts';
import type { MealPlanService } from './service.ts';

export function replaceMealPlan(plans: MealPlanService) {
  return endpoint(
    {
      ...oneMealPlan,
      method: 'put',
      operationId: 'replaceMealPlan',
      summary: 'Replace a meal plan',
      headers: ifMatch,
      body: mealPlanInput,
      replies: {
        200: { description: 'The meal plan as it now is', schema: mealPlan },
        ...changedReply,
      },
    },
    async ({ userId, params, headers, body }) => {
      const expected = expectedVersions(headers);
      const replaced = await plans.replace(userId, params.id, body, expected);
      if (!replaced) throw noSuchMealPlan();
      return reply(200, replaced);
    },
  );
}
