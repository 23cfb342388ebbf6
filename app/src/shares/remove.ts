import { z } from 'zod';
import { objectId } from '../database/object-id.ts';
import { endpoint } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import type { ShareService } from './service.ts';

export function removeShare(shares: ShareService) {
  return endpoint(
    {
      method: 'delete',
      path: '/api/shares/:id',
      operationId: 'removeShare',
      summary: 'Revoke a share',
      tag: 'shares',
      signedIn: true,
      params: z.object({ id: objectId }),
      replies: { 204: { description: 'Its link leads nowhere any more' } },
    },
    async ({ userId, params }) => {
      if (!(await shares.remove(userId, params.id))) {
        throw new HttpProblem(404, 'You have no share with this id.');
      }
      return { status: 204 };
    },
  );
}
