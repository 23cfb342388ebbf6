import { z } from 'zod';
import { objectId } from '../database/object-id.ts';
import { HttpProblem } from '../http/problem.ts';

/** What all operations on one shopping list have in common. */
export const oneShoppingList = {
  path: '/api/shopping-lists/:id',
  tag: 'shopping-lists',
  signedIn: true,
  params: z.object({ id: objectId }),
} as const;

/** For absent shopping lists and, alike, for those of other users. */
export function noSuchShoppingList(): HttpProblem {
  return new HttpProblem(404, 'You have no shopping list with this id.');
}
