import { z } from 'zod';
import { objectId } from '../database/object-id.ts';
import type { Reply } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import { wholeReply } from '../http/whole-reply.ts';
import type { MealPlan } from './schemas.ts';

/** What all operations on one meal plan have in common. */
export const oneMealPlan = {
  path: '/api/meal-plans/:id',
  tag: 'meal-plans',
  signedIn: true,
  params: z.object({ id: objectId }),
} as const;

/** For absent meal plans and, alike, for those of other users. */
export function noSuchMealPlan(): HttpProblem {
  return new HttpProblem(404, 'You have no meal plan with this id.');
}

/** An answer with a whole meal plan. */
export function reply(status: 200 | 201, body: MealPlan): Reply {
  return wholeReply(status, body, '/api/meal-plans', body.recipes);
}
