import { endpoint } from '../http/endpoint.ts';
import { pageOf } from '../http/pagination.ts';
import { mealPlanQuery, mealPlanSummary } from './schemas.ts';
import type { MealPlanService } from './service.ts';

export function listMealPlans(plans: MealPlanService) {
  return endpoint(
    {
      method: 'get',
      path: '/api/meal-plans',
      operationId: 'listMealPlans',
      summary: 'Your meal plans, the latest first; from and to leave those that touch these days',
      tag: 'meal-plans',
      signedIn: true,
      query: mealPlanQuery,
      replies: { 200: { description: 'A page of meal plans', schema: pageOf(mealPlanSummary) } },
    },
    async ({ userId, query }) => ({ status: 200, body: await plans.list(userId, query) }),
  );
}
