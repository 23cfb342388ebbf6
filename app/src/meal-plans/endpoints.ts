import type { Events } from '../events.ts';
import type { Endpoint } from '../http/endpoint.ts';
import { changeMealPlan } from './change.ts';
import { createMealPlan } from './create.ts';
import { listMealPlans } from './list.ts';
import { readMealPlan } from './read.ts';
import { removeMealPlan } from './remove.ts';
import { replaceMealPlan } from './replace.ts';
import type { MealPlanService } from './service.ts';

export function mealPlanEndpoints(plans: MealPlanService, events: Events): Endpoint[] {
  return [
    listMealPlans(plans),
    createMealPlan(plans, events),
    readMealPlan(plans),
    replaceMealPlan(plans),
    changeMealPlan(plans),
    removeMealPlan(plans),
  ];
}
