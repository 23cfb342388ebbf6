import { z } from 'zod';
import { objectId } from '../database/object-id.ts';
import { HttpProblem } from '../http/problem.ts';

/** What all operations on one recipe have in common. */
export const oneRecipe = {
  path: '/api/recipes/:id',
  tag: 'recipes',
  signedIn: true,
  params: z.object({ id: objectId }),
} as const;

/** For absent recipes and, alike, for those of other users. */
export function noSuchRecipe(): HttpProblem {
  return new HttpProblem(404, 'You have no recipe with this id.');
}
