import { endpoint } from '../http/endpoint.ts';
import { pageOf, pageQuery } from '../http/pagination.ts';
import { share } from './schemas.ts';
import type { ShareService } from './service.ts';

export function listShares(shares: ShareService) {
  return endpoint(
    {
      method: 'get',
      path: '/api/shares',
      operationId: 'listShares',
      summary: 'What you share, newest first; the links themselves are not kept',
      tag: 'shares',
      signedIn: true,
      query: pageQuery,
      replies: { 200: { description: 'A page of shares', schema: pageOf(share) } },
    },
    async ({ userId, query }) => ({ status: 200, body: await shares.list(userId, query) }),
  );
}
