import type { Events } from '../events.ts';
import { endpoint } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import { newShare, shareInput } from './schemas.ts';
import type { ShareService } from './service.ts';

export function createShare(shares: ShareService, events: Events) {
  return endpoint(
    {
      method: 'post',
      path: '/api/shares',
      operationId: 'createShare',
      summary: 'Make a link under which others may read a recipe or a shopping list',
      tag: 'shares',
      signedIn: true,
      body: shareInput,
      replies: {
        201: { description: 'The share; its link is shown only now', schema: newShare },
        404: { description: 'You have nothing of this kind with this id' },
      },
    },
    async ({ userId, body }) => {
      const made = await shares.create(userId, body);
      if (!made) throw new HttpProblem(404, `You have no ${body.kind} with this id.`);
      events.record('share.created', { shareId: made.id });
      return { status: 201, body: made };
    },
  );
}
