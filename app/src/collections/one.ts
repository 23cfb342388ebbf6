import { z } from 'zod';
import { objectId } from '../database/object-id.ts';
import { HttpProblem } from '../http/problem.ts';

/** What all operations on one collection have in common. */
export const oneCollection = {
  path: '/api/collections/:id',
  tag: 'collections',
  signedIn: true,
  params: z.object({ id: objectId }),
} as const;

/** For absent collections and, alike, for those of other users. */
export function noSuchCollection(): HttpProblem {
  return new HttpProblem(404, 'You have no collection with this id.');
}
