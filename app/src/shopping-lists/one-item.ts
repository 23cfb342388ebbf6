import { z } from 'zod';
import { objectId } from '../database/object-id.ts';
import { HttpProblem } from '../http/problem.ts';
import { itemId } from './item-schemas.ts';

/** What all operations on one item of a list have in common. Their `If-Match` and ETag are those of the list. */
export const oneItem = {
  path: '/api/shopping-lists/:id/items/:itemId',
  tag: 'shopping-lists',
  signedIn: true,
  params: z.object({ id: objectId, itemId }),
} as const;

/** For absent items and lists and, alike, for those of other users. */
export function noSuchItem(): HttpProblem {
  return new HttpProblem(404, 'You have no shopping list with this id and item.');
}
