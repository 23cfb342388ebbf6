import { z } from 'zod';
import { objectId } from '../database/object-id.ts';
import type { Reply } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import { wholeReply } from '../http/whole-reply.ts';
import type { Collection } from './schemas.ts';

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

/** An answer with a whole collection. */
export function reply(status: 200 | 201, body: Collection): Reply {
  return wholeReply(status, body, '/api/collections', body.recipes);
}
