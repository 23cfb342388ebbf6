import type { Events } from '../events.ts';
import { endpoint } from '../http/endpoint.ts';
import { reply } from './one.ts';
import { mealPlan, mealPlanInput } from './schemas.ts';
import type { MealPlanService } from './service.ts';

export function createMealPlan(plans: MealPlanService, events: Events) {
  return endpoint(
    {
      method: 'post',
      path: '/api/meal-plans',
      operationId: 'createMealPlan',
      summary: 'Make a meal plan',
      tag: 'meal-plans',
      signedIn: true,
      body: mealPlanInput,
      replies: { 201: { description: 'The meal plan is made', schema: mealPlan } },
    },
    async ({ userId, body }) => {
      const made = await plans.create(userId, body);
      events.record('meal_plan.created', { mealPlanId: made.id });
      return reply(201, made);
    },
  );
}
