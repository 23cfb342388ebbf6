import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import { linkToken } from '../secret-link.ts';
import { shared } from './schemas.ts';
import type { ShareService } from './service.ts';

export function openShare(shares: ShareService) {
  return endpoint(
    {
      method: 'get',
      path: '/api/shared/:token',
      operationId: 'openShare',
      summary: 'What is shared under a link, for whoever has it',
      tag: 'shares',
      signedIn: false,
      params: z.object({ token: linkToken }),
      replies: { 200: { description: 'What is shared, as it is now', schema: shared } },
    },
    async ({ params }) => {
      const found = await shares.open(params.token);
      if (!found) throw new HttpProblem(404, 'This link leads nowhere; it may have been revoked.');
      return { status: 200, body: found, headers: { 'X-Robots-Tag': 'noindex' } };
    },
  );
}
