import { z } from 'zod';
import { objectId } from '../database/object-id.ts';
import type { Reply } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import { wholeReply } from '../http/whole-reply.ts';
import type { ShoppingList } from './schemas.ts';

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

/** An answer with a whole shopping list. */
export function reply(status: 200 | 201, body: ShoppingList): Reply {
  return wholeReply(status, body, '/api/shopping-lists');
}
